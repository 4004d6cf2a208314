package io.trashpong.bus;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Puts together the pieces of one sender's large frames. Pieces out of line are thrown away with what came before. */
final class Reassembly {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private long nextNumber;
    private int nextIndex;
    private int count;

    /** The whole frame, once its last piece is here. */
    Optional<byte[]> add(long number, Envelope.Piece piece) {
        if (piece.index() == 0) {
            collected.reset();
            nextIndex = 0;
            nextNumber = number;
            count = piece.count();
        }
        if (piece.index() != nextIndex || number != nextNumber || piece.count() != count) {
            collected.reset();
            count = 0;
            return Optional.empty();
        }
        collected.writeBytes(piece.bytes());
        nextIndex++;
        nextNumber++;
        if (nextIndex < count) {
            return Optional.empty();
        }
        byte[] frame = collected.toByteArray();
        collected.reset();
        count = 0;
        return Optional.of(frame);
    }
}
