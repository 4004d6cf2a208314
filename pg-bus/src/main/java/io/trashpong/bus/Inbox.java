package io.trashpong.bus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads what was notified and hands each frame to whom it concerns. Anybody who may connect can notify any channel: whatever no
 * replica sealed for this one is counted and left, and so is what comes a second time.
 */
final class Inbox {
    /** Where the frames of others go. */
    interface Desk {
        void received(ReplicaId from, Frame frame);

        /** This replica's own beat came back. */
        void ownBeat();
    }

    private final ReplicaId self;
    private final Unsealer unsealer;
    private final BusMetrics metrics;
    private final RefusalLog log;
    private final Desk desk;
    private final SequencedMap<ReplicaId, Reassembly> pieces = new LinkedHashMap<>();
    private int ownBackend;

    Inbox(ReplicaId self, Unsealer unsealer, BusMetrics metrics, RefusalLog log, Desk desk) {
        this.self = self;
        this.unsealer = unsealer;
        this.metrics = metrics;
        this.log = log;
        this.desk = desk;
    }

    /**
     * This replica listens, anew: after a time of deafness halves of frames are worth nothing.
     *
     * @param notifierBackend the process of Postgres that serves this replica's notifier
     */
    void begin(int notifierBackend) {
        pieces.clear();
        ownBackend = notifierBackend;
    }

    /** @param backend the process of Postgres that serves whoever notified */
    void notified(String channel, String text, int backend) {
        switch (unsealer.open(channel, text)) {
            case Unsealer.Genuine(Envelope envelope) -> {
                if (envelope.sender().equals(self) == (backend == ownBackend)) {
                    read(envelope);
                } else {
                    refuse(Unsealer.Refused.REPLAYED, channel, backend);
                }
            }
            case Unsealer.Refused why -> refuse(why, channel, backend);
        }
    }

    private void refuse(Unsealer.Refused why, String channel, int backend) {
        switch (why) {
            case NOT_SEALED -> metrics.strangers.increment();
            case REPLAYED -> metrics.replayed.increment();
        }
        log.refused(why, channel, backend);
    }

    private void read(Envelope envelope) {
        switch (envelope.content()) {
            case Envelope.Whole whole -> whole.frames().forEach(frame -> read(envelope.sender(), frame));
            case Envelope.Piece piece -> collect(envelope, piece).ifPresent(frame -> read(envelope.sender(), frame));
        }
    }

    private Optional<byte[]> collect(Envelope envelope, Envelope.Piece piece) {
        if (pieces.size() >= BusLimits.MAX_PEERS && !pieces.containsKey(envelope.sender())) {
            pieces.pollFirstEntry();
        }
        var frame = pieces.computeIfAbsent(envelope.sender(), sender -> new Reassembly())
                .add(envelope.number(), piece);
        if (frame.isPresent()) {
            pieces.remove(envelope.sender());
        }
        return frame;
    }

    private void read(ReplicaId sender, byte[] bytes) {
        List<Frame> frames = FrameCodec.decodeAll(bytes);
        if (frames.isEmpty()) {
            metrics.strangers.increment();
        }
        frames.forEach(frame -> pass(sender, frame));
    }

    private void pass(ReplicaId sender, Frame frame) {
        if (!sender.equals(self)) {
            desk.received(sender, frame);
        } else if (frame instanceof Frame.Beat) {
            desk.ownBeat();
        }
    }
}
