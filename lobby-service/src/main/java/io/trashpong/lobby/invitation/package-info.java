/** Invitations of one player to another, from the first word to the room in which both sit; and who wants none from whom. */
@NullMarked
package io.trashpong.lobby.invitation;

import org.jspecify.annotations.NullMarked;
