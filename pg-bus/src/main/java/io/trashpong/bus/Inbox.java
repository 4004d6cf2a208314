package io.trashpong.bus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what was notified and hands each frame to whom it concerns. Whatever is not the bus's own is counted and left. */
final class Inbox {
    /** Where the frames of others go. */
    interface Desk {
        void received(ReplicaId from, Frame frame);

        /** This replica's own beat came back. */
        void ownBeat();
    }

    private final ReplicaId self;
    private final BusMetrics metrics;
    private final Desk desk;
    private final SequencedMap<ReplicaId, Reassembly> pieces = new LinkedHashMap<>();

    Inbox(ReplicaId self, BusMetrics metrics, Desk desk) {
        this.self = self;
        this.metrics = metrics;
        this.desk = desk;
    }

    /** After a time of deafness halves of frames are worth nothing. */
    void clear() {
        pieces.clear();
    }

    /** @param ownBackend whether the notification came from this replica's notifier connection */
    void notified(String text, boolean ownBackend) {
        Envelope.read(text)
                .filter(envelope -> envelope.sender().equals(self) == ownBackend)
                .ifPresentOrElse(this::open, metrics.strangers::increment);
    }

    private void open(Envelope envelope) {
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
