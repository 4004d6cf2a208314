package io.trashpong.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * ChaCha20-Poly1305 (RFC 8439) with a key for each sender, which HKDF-SHA-256 (RFC 5869) makes of the shared secret and the
 * sender's id. The nonce is the sender's envelope number, so none comes twice under a key: an id is that of one run. What
 * stands before the sealed part and the channel are authenticated with it.
 */
final class Seal {
    static final int TAG_BYTES = 16;

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final String PURPOSE = "trashpong bus, sender ";

    private final Cipher cipher;

    Seal() {
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no ChaCha20-Poly1305", e);
        }
    }

    static SecretKey keyOf(ReplicaId sender, String secret) {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                .thenExpand((PURPOSE + sender.value()).getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("ChaCha20", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF", e);
        }
    }

    /** Puts {@code body}, sealed, behind the header that {@code out} has. */
    void close(SecretKey key, long number, String channel, ByteBuffer body, ByteBuffer out) {
        try {
            begin(Cipher.ENCRYPT_MODE, key, number, channel, out.duplicate().flip());
            cipher.doFinal(body, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't seal", e);
        }
    }

    /**
     * The body behind the header.
     *
     * @param in at the header's end
     * @throws GeneralSecurityException when it was not sealed so for this channel
     */
    byte[] open(SecretKey key, long number, String channel, ByteBuffer in) throws GeneralSecurityException {
        begin(Cipher.DECRYPT_MODE, key, number, channel, in.duplicate().flip());
        var body = new byte[Math.max(0, in.remaining() - TAG_BYTES)];
        cipher.doFinal(in.duplicate(), ByteBuffer.wrap(body));
        return body;
    }

    private void begin(int mode, SecretKey key, long number, String channel, ByteBuffer header)
            throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putLong(NONCE_BYTES - Long.BYTES, number)
                .array();
        cipher.init(mode, key, new IvParameterSpec(nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(channel.getBytes(StandardCharsets.US_ASCII));
    }
}
