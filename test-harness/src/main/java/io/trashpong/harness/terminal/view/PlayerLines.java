package io.trashpong.harness.terminal.view;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.feed.PlayerView;
import java.util.ArrayList;
import java.util.List;

/** Who is online. Names stand last in a line: whatever width they have, nothing is pushed out of its column. */
public final class PlayerLines {
    private PlayerLines() {}

    public static List<Line> of(List<PlayerView> players, Player me) {
        var lines = new ArrayList<Line>();
        lines.add(Line.answer(players.size() == 1 ? "1 player is online:" : players.size() + " players are online:"));
        for (PlayerView player : players) {
            String availability = switch (player.availability()) {
                case FREE -> "free";
                case BUSY -> "busy";
            };
            String you = player.id().equals(me.id()) ? " (you)" : "";
            lines.add(Line.answer("  " + availability + "  " + player.name() + you));
        }
        return lines;
    }
}
