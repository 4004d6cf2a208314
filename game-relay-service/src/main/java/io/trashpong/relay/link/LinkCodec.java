package io.trashpong.relay.link;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.RoomCommand.Position;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@link LinkMessage}s as bytes: one byte for the kind, the room's 16, then the record's components in their order,
 * big-endian. Strings and payloads have their length before them.
 */
public final class LinkCodec {
    private static final byte ATTACH = 1;
    private static final byte DETACH = 2;
    private static final byte SAY = 3;
    private static final byte MEASURE = 4;
    private static final byte DELIVER = 5;
    private static final byte CLOSE = 6;
    private static final byte ATTACH_AGAIN = 7;
    private static final byte DELETED = 8;
    private static final byte SEAT_GIVEN_UP = 9;

    private static final byte REPOINTED = 10;
    private static final byte HANDED_OVER = 11;
    private static final byte PASSED_ON = 12;

    private static final byte TEXT = 0;
    private static final byte BINARY = 1;
    private static final byte VOLATILE = 2;

    /** More members than this no room has. */
    private static final int MAX_NUMBERS = 256;

    private static final int NO_SEAT = -1;

    private LinkCodec() {}

    public static byte[] encode(LinkMessage message) {
        return switch (message) {
            case LinkMessage.Attach m -> {
                var out = new LinkWriter(ATTACH, m.room()).number(m.epoch()).number(m.number());
                Position seen = m.seen();
                out = ticket(out, m.ticket()).text(m.secret()).flag(seen != null);
                yield (seen == null ? out : out.number(seen.epoch()).number(seen.seq())).bytes();
            }
            case LinkMessage.Detach m -> owner(DETACH, m).bytes();
            case LinkMessage.Say m ->
                owner(SAY, m).flag(m.text()).payload(m.payload()).bytes();
            case LinkMessage.Measure m ->
                owner(MEASURE, m).number(m.roundTrip()).number(m.sentAt()).bytes();
            case LinkMessage.Deliver m -> {
                var out = new LinkWriter(DELIVER, m.room()).number(m.epoch()).numbers(m.numbers());
                yield frame(out, m.frame()).bytes();
            }
            case LinkMessage.Close m ->
                new LinkWriter(CLOSE, m.room())
                        .number(m.epoch())
                        .numbers(m.numbers())
                        .number(m.code())
                        .bytes();
            case LinkMessage.AttachAgain m ->
                new LinkWriter(ATTACH_AGAIN, m.room()).number(m.epoch()).bytes();
            case LinkMessage.Repointed m ->
                new LinkWriter(REPOINTED, m.room())
                        .number(m.epoch())
                        .number(m.origin())
                        .number(m.seq())
                        .numbers(m.numbers())
                        .bytes();
            case LinkMessage.HandedOver m ->
                new LinkWriter(HANDED_OVER, m.room()).number(m.epoch()).bytes();
            case LinkMessage.PassedOn m ->
                new LinkWriter(PASSED_ON, m.room())
                        .text(m.edge())
                        .payload(encode(m.message()))
                        .bytes();
            case LinkMessage.Deleted m -> new LinkWriter(DELETED, m.room()).bytes();
            case LinkMessage.SeatGivenUp m ->
                new LinkWriter(SEAT_GIVEN_UP, m.room())
                        .number(m.seat())
                        .text(m.player().value())
                        .bytes();
        };
    }

    /** @throws InvalidMessageException when the bytes are no message of a relay */
    public static LinkMessage decode(byte[] bytes) {
        try {
            var in = new LinkReader(bytes);
            LinkMessage message = read(in, in.kind(), in.room());
            in.end();
            return message;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new InvalidMessageException("not a message between relays");
        }
    }

    private static LinkMessage read(LinkReader in, byte kind, RoomId room) {
        return switch (kind) {
            case ATTACH ->
                new LinkMessage.Attach(
                        room,
                        in.number(),
                        in.number(),
                        ticket(in, room),
                        in.text(),
                        in.flag() ? new Position(in.number(), in.number()) : null);
            case DETACH -> new LinkMessage.Detach(room, in.number(), in.number());
            case SAY -> new LinkMessage.Say(room, in.number(), in.number(), in.flag(), in.payload());
            case MEASURE -> new LinkMessage.Measure(room, in.number(), in.number(), in.number(), in.number());
            case DELIVER -> new LinkMessage.Deliver(room, in.number(), in.numbers(MAX_NUMBERS), frame(in));
            case CLOSE -> new LinkMessage.Close(room, in.number(), in.numbers(MAX_NUMBERS), (int) in.number());
            case ATTACH_AGAIN -> new LinkMessage.AttachAgain(room, in.number());
            case REPOINTED ->
                new LinkMessage.Repointed(room, in.number(), in.number(), in.number(), in.numbers(MAX_NUMBERS));
            case HANDED_OVER -> new LinkMessage.HandedOver(room, in.number());
            case PASSED_ON -> passedOn(room, in.text(), in.payload());
            case DELETED -> new LinkMessage.Deleted(room);
            case SEAT_GIVEN_UP -> new LinkMessage.SeatGivenUp(room, (int) in.number(), new PlayerId(in.text()));
            default -> throw new InvalidMessageException("a message between relays of an unknown kind");
        };
    }

    private static LinkMessage passedOn(RoomId room, String edge, byte[] payload) {
        // The kind first: what is passed on must not have something passed on in it, and so on without end.
        boolean isToOwner = payload.length > 0 && ATTACH <= payload[0] && payload[0] <= MEASURE;
        if (isToOwner
                && decode(payload) instanceof LinkMessage.ToOwner message
                && message.room().equals(room)) {
            return new LinkMessage.PassedOn(room, edge, message);
        }
        throw new InvalidMessageException("only what is for an owner is passed on");
    }

    private static LinkWriter owner(byte kind, LinkMessage.ToOwner message) {
        return new LinkWriter(kind, message.room()).number(message.epoch()).number(message.number());
    }

    private static LinkWriter ticket(LinkWriter out, @Nullable RoomTicket ticket) {
        if (ticket == null) {
            return out.flag(false);
        }
        Integer seat = ticket.seat();
        return out.flag(true)
                .text(ticket.player().id().value())
                .text(ticket.player().name())
                .text(ticket.game().name())
                .number(seat == null ? NO_SEAT : seat)
                .flag(ticket.creator());
    }

    private static @Nullable RoomTicket ticket(LinkReader in, RoomId room) {
        if (!in.flag()) {
            return null;
        }
        var player = new Player(new PlayerId(in.text()), in.text());
        var game = GameKind.valueOf(in.text());
        int seat = (int) in.number();
        return new RoomTicket(player, room, game, seat == NO_SEAT ? null : seat, in.flag());
    }

    private static LinkWriter frame(LinkWriter out, Frame frame) {
        return switch (frame) {
            case Frame.Text text ->
                out.kind(TEXT).number(text.seq()).payload(text.text().getBytes(StandardCharsets.UTF_8));
            case Frame.Binary binary -> out.kind(BINARY).number(binary.seq()).payload(binary.bytes());
            case Frame.Volatile moving ->
                out.kind(VOLATILE).number(moving.seat()).payload(moving.bytes());
        };
    }

    private static Frame frame(LinkReader in) {
        byte kind = in.kind();
        long number = in.number();
        byte[] payload = in.payload();
        return switch (kind) {
            case TEXT -> new Frame.Text(number, new String(payload, StandardCharsets.UTF_8));
            case BINARY -> new Frame.Binary(number, payload);
            case VOLATILE -> new Frame.Volatile((int) number, payload);
            default -> throw new InvalidMessageException("a frame of an unknown kind");
        };
    }
}
