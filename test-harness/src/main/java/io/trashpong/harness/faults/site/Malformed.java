package io.trashpong.harness.faults.site;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A frame that no client of ours sends.
 *
 * @param what for the reader of a report
 * @param frame as it goes over the wire
 * @param codes with which the server may close
 */
public record Malformed(String what, ByteBuffer frame, Set<Integer> codes) {
    private static final int FIN = 0x80;
    /** What is wrong with the frame itself may be answered with 1002, or by dropping the connection. */
    private static final Set<Integer> FRAME_LEVEL = Set.of(1002, BareSocket.ABNORMAL);

    private static final Set<Integer> INVALID = Set.of(1007);
    private static final Set<Integer> TOO_BIG = Set.of(1009);
    private static final int MAX_MESSAGE_BYTES = 4_096;
    private static final int KINDS = 12;

    /** The next one; the same dice give the same ones. */
    public static Malformed next(RandomGenerator dice) {
        return switch (dice.nextInt(KINDS)) {
            case 0 -> message("text that is no JSON", BareSocket.TEXT, letters(dice, dice.nextInt(1, 2_000)), INVALID);
            case 1 -> message("JSON of nobody", BareSocket.TEXT, json(dice), INVALID);
            case 2 -> message("binary of no kind", BareSocket.BINARY, noKind(dice), INVALID);
            case 3 -> message("binary of a wrong length", BareSocket.BINARY, wrongLength(dice), INVALID);
            case 4 ->
                message(
                        "text over the bound",
                        BareSocket.TEXT,
                        letters(dice, dice.nextInt(MAX_MESSAGE_BYTES + 1, 2 * MAX_MESSAGE_BYTES)),
                        TOO_BIG);
            case 5 ->
                message(
                        "binary over the bound",
                        BareSocket.BINARY,
                        new byte[dice.nextInt(MAX_MESSAGE_BYTES + 1, 2 * MAX_MESSAGE_BYTES)],
                        TOO_BIG);
            case 6 ->
                message("text that is no UTF-8", BareSocket.TEXT, noUtf8(dice), Set.of(1007, BareSocket.ABNORMAL));
            case 7 -> frame("reserved bits", FIN | 0x10 << dice.nextInt(3) | BareSocket.TEXT, new byte[3]);
            case 8 -> frame("an unknown opcode", FIN | dice.nextInt(3, 8), new byte[2]);
            case 9 -> frame("a control frame in pieces", BareSocket.PING, new byte[1]);
            case 10 -> frame("a continuation of nothing", FIN, new byte[5]);
            case 11 -> frame("a control frame that is too long", FIN | BareSocket.PING, new byte[200]);
            default -> throw new IllegalStateException("more kinds than " + KINDS);
        };
    }

    private static Malformed message(String what, int opcode, byte[] payload, Set<Integer> codes) {
        return new Malformed(what, ByteBuffer.wrap(BareSocket.frame(FIN | opcode, payload)), codes);
    }

    private static Malformed frame(String what, int first, byte[] payload) {
        return new Malformed(what, ByteBuffer.wrap(BareSocket.frame(first, payload)), FRAME_LEVEL);
    }

    private static byte[] letters(RandomGenerator dice, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) dice.nextInt('a', 'z' + 1);
        }
        return bytes;
    }

    private static byte[] json(RandomGenerator dice) {
        String text = switch (dice.nextInt(6)) {
            case 0 -> "{\"type\":\"hullo\"}";
            case 1 -> "{\"type\":\"hello\",\"more\":1}";
            case 2 -> "{\"type\":\"chat\",\"type\":\"chat\",\"text\":\"twice\"}";
            case 3 -> "{\"type\":\"pause\",\"on\":\"yes\"}";
            case 4 -> "[".repeat(dice.nextInt(1, 1_000));
            default -> "null";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noKind(RandomGenerator dice) {
        var bytes = new byte[dice.nextInt(1, 40)];
        dice.nextBytes(bytes);
        bytes[0] = (byte) dice.nextInt(4, 256);
        return bytes;
    }

    private static byte[] wrongLength(RandomGenerator dice) {
        byte[] aim = BinaryFrame.encode(new ClientMessage.Aim(1, 0));
        return Arrays.copyOf(aim, dice.nextBoolean() ? aim.length - 1 : aim.length + 1);
    }

    private static byte[] noUtf8(RandomGenerator dice) {
        byte[] bytes = letters(dice, dice.nextInt(2, 100));
        bytes[dice.nextInt(bytes.length - 1)] = (byte) 0xC3;
        return bytes;
    }
}
