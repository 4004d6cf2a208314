package io.trashpong.bus;

import java.nio.ByteBuffer;

/** An envelope that frames still go into. Ordered frames that follow one another become a run, which names their topic once. */
final class OpenBody {
    private static final int NO_RUN = -1;

    private final ByteBuffer bytes;
    /** Where the length of the run stands that the last frame is in. */
    private int runAt = NO_RUN;

    private String runTopic = "";
    private long runNext;

    /** @param bytes what stands before the frames is in it */
    OpenBody(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @return how many bytes it took; 0 when there is no room for it */
    int add(Frame frame) {
        return frame instanceof Frame.Ordered ordered ? add(ordered) : add(FrameCodec.encode(frame));
    }

    ByteBuffer bytes() {
        return bytes;
    }

    private int add(Frame.Ordered frame) {
        int before = bytes.position();
        int payload = Envelope.LENGTH_BYTES + frame.payload().length;
        boolean goesOn = runAt != NO_RUN && runNext == frame.number() && runTopic.equals(frame.topic());
        int head = goesOn ? 0 : Envelope.LENGTH_BYTES + FrameCodec.runHeadBytes(frame.topic());
        if (bytes.remaining() < head + payload) {
            return 0;
        }
        if (!goesOn) {
            runAt = before;
            runTopic = frame.topic();
            bytes.putShort((short) 0);
            FrameCodec.putRunHead(bytes, frame.topic(), frame.number());
        }
        FrameCodec.putOfRun(bytes, frame.payload());
        bytes.putShort(runAt, (short) (bytes.position() - runAt - Envelope.LENGTH_BYTES));
        runNext = frame.number() + 1;
        return head + payload;
    }

    private int add(byte[] frame) {
        if (bytes.remaining() < Envelope.LENGTH_BYTES + frame.length) {
            return 0;
        }
        runAt = NO_RUN;
        bytes.putShort((short) frame.length).put(frame);
        return Envelope.LENGTH_BYTES + frame.length;
    }
}
