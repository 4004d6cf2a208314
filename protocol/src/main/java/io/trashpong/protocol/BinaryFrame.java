package io.trashpong.protocol;

import io.trashpong.protocol.ClientMessage.Aim;
import io.trashpong.protocol.ClientMessage.Commit;
import io.trashpong.protocol.ClientMessage.Ping;
import io.trashpong.protocol.ServerMessage.LegStarted;
import io.trashpong.protocol.ServerMessage.PaddleMoved;
import io.trashpong.protocol.ServerMessage.Pong;
import java.nio.ByteBuffer;

/**
 * The frames of what happens often. Big-endian; the first byte says which, each has one length. Times are unsigned 48-bit
 * microseconds, space signed 32-bit 1/1024 units.
 *
 * <pre>
 * aim     01  t:u48  target:i32                                          11 bytes
 * commit  02  t:u48  leg:u32                                             11 bytes
 * ping    03  t:u48                                                       7 bytes
 * paddle  81  seat:u8  t:u48  y:i32  target:i32                          16 bytes
 * leg     82  hits:u8  seq:u32  leg:u32  t0:u48  x0 y0 vx vy: i32 each   32 bytes
 * pong    83  t:u48  roomTime:u48                                        13 bytes
 * </pre>
 */
public final class BinaryFrame {
    private static final byte AIM = 0x01;
    private static final byte COMMIT = 0x02;
    private static final byte PING = 0x03;
    private static final byte PADDLE = (byte) 0x81;
    private static final byte LEG = (byte) 0x82;
    private static final byte PONG = (byte) 0x83;

    /** Times must stay below this. */
    public static final long TIME_LIMIT = 1L << 48;

    private BinaryFrame() {}

    public static byte[] encode(ClientMessage.Frequent message) {
        return switch (message) {
            case Aim m -> frame(11, AIM, m.t()).putInt(m.target()).array();
            case Commit m -> frame(11, COMMIT, m.t()).putInt((int) m.leg()).array();
            case Ping m -> frame(7, PING, m.t()).array();
        };
    }

    public static byte[] encode(ServerMessage.Frequent message) {
        return switch (message) {
            case PaddleMoved m -> {
                var bytes = ByteBuffer.allocate(16).put(PADDLE).put((byte) m.seat());
                yield putTime(bytes, m.t()).putInt(m.y()).putInt(m.target()).array();
            }
            case LegStarted m -> {
                var bytes = ByteBuffer.allocate(32).put(LEG).put((byte) m.hits());
                bytes.putInt((int) m.seq()).putInt((int) m.leg());
                putTime(bytes, m.t0()).putInt(m.x0()).putInt(m.y0());
                yield bytes.putInt(m.vx()).putInt(m.vy()).array();
            }
            case Pong m -> putTime(frame(13, PONG, m.t()), m.roomTime()).array();
        };
    }

    /** @throws InvalidMessageException when the bytes are no frame of a client */
    public static ClientMessage.Frequent decodeClient(byte[] frame) {
        var bytes = ByteBuffer.wrap(frame);
        byte kind = frame.length == 0 ? 0 : bytes.get();
        return switch (kind) {
            case AIM -> {
                length(frame, 11);
                yield new Aim(time(bytes), bytes.getInt());
            }
            case COMMIT -> {
                length(frame, 11);
                yield new Commit(time(bytes), Integer.toUnsignedLong(bytes.getInt()));
            }
            case PING -> {
                length(frame, 7);
                yield new Ping(time(bytes));
            }
            default -> throw new InvalidMessageException("a binary frame of an unknown kind");
        };
    }

    /** @throws InvalidMessageException when the bytes are no frame of a server */
    public static ServerMessage.Frequent decodeServer(byte[] frame) {
        var bytes = ByteBuffer.wrap(frame);
        byte kind = frame.length == 0 ? 0 : bytes.get();
        return switch (kind) {
            case PADDLE -> {
                length(frame, 16);
                yield new PaddleMoved(bytes.get(), time(bytes), bytes.getInt(), bytes.getInt());
            }
            case LEG -> {
                length(frame, 32);
                int hits = Byte.toUnsignedInt(bytes.get());
                long seq = Integer.toUnsignedLong(bytes.getInt());
                long leg = Integer.toUnsignedLong(bytes.getInt());
                long t0 = time(bytes);
                yield new LegStarted(
                        seq, leg, hits, t0, bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
            }
            case PONG -> {
                length(frame, 13);
                yield new Pong(time(bytes), time(bytes));
            }
            default -> throw new InvalidMessageException("a binary frame of an unknown kind");
        };
    }

    private static ByteBuffer frame(int length, byte kind, long t) {
        return putTime(ByteBuffer.allocate(length).put(kind), t);
    }

    private static ByteBuffer putTime(ByteBuffer bytes, long t) {
        if (t < 0 || t >= TIME_LIMIT) {
            throw new IllegalArgumentException("time out of range: " + t);
        }
        return bytes.putShort((short) (t >>> 32)).putInt((int) t);
    }

    private static long time(ByteBuffer bytes) {
        long high = Short.toUnsignedLong(bytes.getShort());
        return high << 32 | Integer.toUnsignedLong(bytes.getInt());
    }

    private static void length(byte[] frame, int expected) {
        if (frame.length != expected) {
            throw new InvalidMessageException("a binary frame of a wrong length");
        }
    }
}
