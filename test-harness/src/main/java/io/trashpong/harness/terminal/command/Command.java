package io.trashpong.harness.terminal.command;

import org.jspecify.annotations.Nullable;

/** What somebody at the terminal wants. Names are as typed: whether there is such a player is found out later. */
public sealed interface Command {
    record AddUser(String name) implements Command {}

    record LogIn(String name) implements Command {}

    record Guest(String name) implements Command {}

    record LogOut() implements Command {}

    record ChangePassword() implements Command {}

    record ListPlayers() implements Command {}

    /** @param week the points of this week only */
    record Leaders(boolean week) implements Command {}

    record Begin(String name) implements Command {}

    /** @param name whose invitation; null when there is only one */
    record Accept(@Nullable String name) implements Command {}

    /** @param name whose invitation; null when there is only one */
    record Refuse(@Nullable String name) implements Command {}

    /** @param cell 0 to 8, row by row */
    record Send(int cell) implements Command {}

    record Delay() implements Command {}

    record End() implements Command {}

    record Again() implements Command {}

    record ListRooms() implements Command {}

    /** @param number as {@link ListRooms} showed it, from 1 */
    record Join(int number) implements Command {}

    record Quick() implements Command {}

    record Say(String text) implements Command {}

    /** @param about one command; null for all */
    record Help(@Nullable Word about) implements Command {}

    record Exit() implements Command {}
}
