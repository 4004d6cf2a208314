package io.trashpong.harness.terminal;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.Leaderboard;
import io.trashpong.harness.client.Players;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.terminal.scene.Meant;
import io.trashpong.harness.terminal.scene.Scene;
import io.trashpong.harness.terminal.view.GameNames;
import io.trashpong.harness.terminal.view.LeaderLines;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.PlayerLines;
import io.trashpong.harness.terminal.view.Refusals;
import io.trashpong.harness.terminal.view.RoomLines;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is about others: who is there, who plays with whom. */
final class LobbyCommands {
    private static final int LEADERS = 10;

    private final Stage stage;
    /** As they were numbered last. */
    private List<RoomView> numbered = List.of();

    LobbyCommands(Stage stage) {
        this.stage = stage;
    }

    List<Line> list(User user) {
        return switch (user.listPlayers()) {
            case Answer.Granted<Players>(int _, Players players) -> PlayerLines.of(players.players(), user.player());
            case Answer.Refused<Players> refused -> List.of(Refusals.of(refused));
        };
    }

    List<Line> leaders(User user, boolean week) {
        return switch (user.leaderboard(GameNames.AT_A_TERMINAL, week, LEADERS)) {
            case Answer.Granted<Leaderboard>(int _, Leaderboard board) -> LeaderLines.of(board);
            case Answer.Refused<Leaderboard> refused -> List.of(Refusals.of(refused));
        };
    }

    List<Line> begin(User user, Scene scene, String name) {
        return switch (Meant.of(name, scene.others(), PlayerView::name)) {
            case Meant.None<PlayerView> _ ->
                List.of(Line.refusal("Nobody online is called '" + name + "'. 'list' says who is there."));
            case Meant.Several<PlayerView> _ ->
                List.of(Line.refusal("More than one player could be meant by '" + name + "'. Type the whole name."));
            case Meant.One<PlayerView>(PlayerView player) -> invite(user, player);
        };
    }

    private List<Line> invite(User user, PlayerView player) {
        return switch (user.invite(player.id(), GameNames.AT_A_TERMINAL)) {
            case Answer.Granted<InvitationView>(int _, InvitationView invitation) -> {
                stage.change(scene -> scene.withSent(invitation));
                yield List.of(Line.answer("You have invited " + player.name() + " to " + GameNames.of(invitation.game())
                        + ". The invitation is open for a minute."));
            }
            case Answer.Refused<InvitationView> refused -> List.of(Refusals.of(refused));
        };
    }

    List<Line> accept(User user, Scene scene, @Nullable String name) {
        if (scene.isPlaying()) {
            return List.of(Line.refusal("You are in a match. 'end' comes first."));
        }
        return answer(scene, name, invitation -> {
            if (!GameNames.isPlayable(invitation.game())) {
                return List.of(Line.refusal(GameNames.of(invitation.game()) + " needs a browser: accept it at "
                        + stage.origin() + ", or refuse it."));
            }
            return seated(user.accept(invitation.id()));
        });
    }

    List<Line> refuse(User user, Scene scene, @Nullable String name) {
        return answer(scene, name, invitation -> switch (user.decline(invitation.id())) {
            case Answer.Granted<Void> _ ->
                List.of(Line.answer(
                        "You have refused to play with " + invitation.from().name() + "."));
            case Answer.Refused<Void> refused -> List.of(Refusals.of(refused));
        });
    }

    private static List<Line> answer(
            Scene scene, @Nullable String name, Function<InvitationView, List<Line>> answering) {
        List<InvitationView> open = scene.invitationsToMe();
        if (open.isEmpty()) {
            return List.of(Line.refusal("Nobody has invited you."));
        }
        return switch (Meant.of(name, open, invitation -> invitation.from().name())) {
            case Meant.None<InvitationView> _ -> List.of(Line.refusal("'" + name + "' has not invited you."));
            case Meant.Several<InvitationView> _ ->
                List.of(Line.refusal("More than one player has invited you. Name the one you mean."));
            case Meant.One<InvitationView>(InvitationView invitation) -> answering.apply(invitation);
        };
    }

    List<Line> quick(User user, Scene scene) {
        return scene.isPlaying()
                ? List.of(Line.refusal("You are in a match. 'end' comes first."))
                : seated(user.quickMatch(GameNames.AT_A_TERMINAL));
    }

    List<Line> rooms(Scene scene) {
        numbered = scene.roomList();
        return RoomLines.of(numbered);
    }

    List<Line> join(User user, Scene scene, int number) {
        if (number > numbered.size()) {
            return List.of(Line.refusal("'rooms' has not listed a room " + number + "."));
        }
        RoomView room = numbered.get(number - 1);
        if (scene.isPlaying()) {
            return List.of(Line.refusal("You are in a match. 'end' comes first."));
        }
        if (!GameNames.isPlayable(room.game())) {
            return List.of(Line.refusal(GameNames.of(room.game()) + " needs a browser: open " + stage.origin() + "."));
        }
        return seated(user.takeSeat(room.id(), null));
    }

    /** @return the invitations that were taken back, in words; empty when there were none */
    List<Line> withdraw(User user, Scene scene) {
        var lines = new ArrayList<Line>();
        for (InvitationView invitation : scene.invitationsFromMe()) {
            lines.add(
                    switch (user.withdraw(invitation.id())) {
                        case Answer.Granted<Void> _ ->
                            Line.answer("The invitation of " + invitation.to().name() + " is taken back.");
                        case Answer.Refused<Void> refused -> Refusals.of(refused);
                    });
        }
        return lines;
    }

    /** What is to be seen of a seat comes from the table itself. */
    private List<Line> seated(Answer<SeatGrant> answer) {
        return switch (answer) {
            case Answer.Granted<SeatGrant>(int _, SeatGrant grant) -> {
                stage.sit(grant);
                yield List.of();
            }
            case Answer.Refused<SeatGrant> refused -> List.of(Refusals.of(refused));
        };
    }
}
