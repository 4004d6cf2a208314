package io.trashpong.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * An ES256 key pair and where it stands in its life. Its {@code kid} is the thumbprint of RFC 7638, so the same key has the
 * same name everywhere.
 */
record SigningKey(PublicJsonWebKey jwk, State state) {

    /** Every state is published; only the current key signs. */
    enum State {
        /** Published so that verifiers know it before it signs. */
        NEXT,
        /** Signs. */
        CURRENT,
        /** Signs no more; published until the last token it signed has expired. */
        RETIRED
    }

    SigningKey {
        jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jwk.setUse(Use.SIGNATURE);
    }

    static SigningKey generate(State state) {
        try {
            return new SigningKey(EcJwkGenerator.generateJwk(EllipticCurves.P256), state);
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK makes no P-256 key", e);
        }
    }

    /**
     * @param publicKey X.509 SubjectPublicKeyInfo, DER
     * @param privateKey PKCS #8, DER
     * @throws IllegalStateException when the bytes are no P-256 key pair
     */
    static SigningKey of(byte[] publicKey, byte[] privateKey, State state) {
        try {
            var keys = KeyFactory.getInstance("EC");
            var jwk = new EllipticCurveJsonWebKey((ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(publicKey)));
            jwk.setPrivateKey(keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            return new SigningKey(jwk, state);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored signing key is unreadable", e);
        }
    }

    String kid() {
        return jwk.getKeyId();
    }

    KeyPair pair() {
        return new KeyPair(jwk.getPublicKey(), jwk.getPrivateKey());
    }

    /** Names the key and shows nothing of it. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + ", " + state + "]";
    }
}
