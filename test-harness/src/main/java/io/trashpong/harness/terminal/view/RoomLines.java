package io.trashpong.harness.terminal.view;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The open rooms, numbered from 1 in the order given. */
public final class RoomLines {
    private RoomLines() {}

    public static List<Line> of(List<RoomView> rooms) {
        if (rooms.isEmpty()) {
            return List.of(Line.answer("No room is open. 'quick' opens one and waits."));
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < rooms.size(); i++) {
            RoomView room = rooms.get(i);
            lines.add(Line.answer(String.format(
                    Locale.ROOT,
                    "  %3d  %-7s  %-11s  %s: %s",
                    i + 1,
                    status(room.status()),
                    GameNames.of(room.game()),
                    room.title(),
                    seated(room))));
        }
        return lines;
    }

    private static String status(RoomView.Status status) {
        return switch (status) {
            case WAITING -> "waiting";
            case FULL -> "full";
            case PLAYING -> "playing";
        };
    }

    private static String seated(RoomView room) {
        return room.seats().stream().filter(Objects::nonNull).map(Player::name).collect(Collectors.joining(", "));
    }
}
