package io.trashpong.harness.faults.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token made from a good one by somebody who has no key of ours, in every way that token libraries were fooled (RFC 8725).
 *
 * @param how for the reader of a report
 */
public record ForgedToken(String how, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ES256 = "SHA256withECDSAinP1363Format";
    private static final String KID = "kid";
    private static final String ALG = "alg";
    private static final long LONG_AGO = 1_000_000_000;
    private static final long FAR_AWAY = 4_000_000_000L;

    /**
     * @param good a token that is accepted
     * @param keySet auth's key set as it is published, for those who take the public key as a secret
     * @param trap an address that nobody may fetch
     */
    public static List<ForgedToken> of(String good, String keySet, String trap)
            throws GeneralSecurityException, JsonProcessingException {
        var forger = new Forger(good);
        var tokens = new ArrayList<ForgedToken>();
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            tokens.add(new ForgedToken("alg " + none, forger.unsigned(none)));
        }
        tokens.add(new ForgedToken("HS256 with the key set", forger.hmac("HS256", keySet)));
        tokens.add(new ForgedToken("HS256 with the empty key", forger.hmac("HS256", "\0")));
        tokens.add(new ForgedToken("HS256 with the key's x", forger.hmac("HS256", firstX(keySet))));
        for (String alg : List.of("ES384", "ES512", "RS256", "PS256", "EdDSA", "HS512")) {
            tokens.add(forger.signed("own key as " + alg, header -> header.put(ALG, alg), _ -> {}));
        }
        tokens.add(forger.signed("own key, their kid", _ -> {}, _ -> {}));
        tokens.add(forger.signed("own key, no kid", header -> header.remove(KID), _ -> {}));
        tokens.add(forger.signed("own key, unknown kid", header -> header.put(KID, "mine"), _ -> {}));
        tokens.add(forger.signed("kid of a path", header -> header.put(KID, "../../../dev/null"), _ -> {}));
        tokens.add(forger.signed("kid of SQL", header -> header.put(KID, "x' OR '1'='1"), _ -> {}));
        tokens.add(forger.signed("foreign jku", header -> header.put("jku", trap), _ -> {}));
        tokens.add(forger.signed("foreign x5u", header -> header.put("x5u", trap), _ -> {}));
        tokens.add(forger.signed(
                "own jwk inside", header -> header.putObject("jwk").put("kty", "EC"), _ -> {}));
        tokens.add(
                forger.signed("own x5c inside", header -> header.putArray("x5c").add("AAAA"), _ -> {}));
        tokens.add(forger.signed(
                "crit of nobody", header -> header.putArray("crit").add("exp"), _ -> {}));
        tokens.add(forger.resigned("another aud", body -> body.put("aud", "somebody-else")));
        tokens.add(forger.resigned("another iss", body -> body.put("iss", "somebody-else")));
        tokens.add(forger.resigned("another sub", body -> body.put("sub", "AAAAAAAAAAAAAAAAAAAAAA")));
        tokens.add(forger.resigned("expired", body -> body.put("exp", LONG_AGO)));
        tokens.add(forger.resigned("for ever", body -> body.put("exp", FAR_AWAY)));
        tokens.add(forger.resigned("not yet", body -> body.put("nbf", FAR_AWAY)));
        tokens.add(new ForgedToken("no signature", good.substring(0, good.lastIndexOf('.') + 1)));
        tokens.add(new ForgedToken("a signature of zeros", forger.zeroSignature()));
        tokens.add(new ForgedToken("two parts", good.substring(0, good.lastIndexOf('.'))));
        tokens.add(new ForgedToken("four parts", good + ".AAAA"));
        tokens.add(new ForgedToken("no token", "gibberish"));
        return List.copyOf(tokens);
    }

    private static String firstX(String keySet) throws JsonProcessingException {
        return JSON.readTree(keySet).path("keys").path(0).path("x").asText("x");
    }

    private static final class Forger {
        private final String header;
        private final String body;
        private final String signature;
        private final KeyPair own;

        Forger(String good) throws GeneralSecurityException {
            String[] parts = good.split("\\.", -1);
            header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            signature = parts[2];
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            own = generator.generateKeyPair();
        }

        String unsigned(String alg) throws JsonProcessingException {
            return head(node -> node.put(ALG, alg)) + "." + encode(body) + ".";
        }

        String hmac(String alg, String key) throws GeneralSecurityException, JsonProcessingException {
            String input = head(node -> node.put(ALG, alg)) + "." + encode(body);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return input + "." + BASE64.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        }

        /** Signed with a key of the forger's own. */
        ForgedToken signed(String how, Consumer<ObjectNode> header, Consumer<ObjectNode> body)
                throws GeneralSecurityException, JsonProcessingException {
            String input = head(header) + "." + claims(body);
            var signer = Signature.getInstance(ES256);
            signer.initSign(own.getPrivate());
            signer.update(input.getBytes(StandardCharsets.US_ASCII));
            return new ForgedToken(how, input + "." + BASE64.encodeToString(signer.sign()));
        }

        /** Changed under a signature that was good before. */
        ForgedToken resigned(String how, Consumer<ObjectNode> body) throws JsonProcessingException {
            return new ForgedToken(how, encode(header) + "." + claims(body) + "." + signature);
        }

        /** As CVE-2022-21449 let pass. */
        String zeroSignature() {
            return encode(header) + "." + encode(body) + "." + BASE64.encodeToString(new byte[64]);
        }

        private String head(Consumer<ObjectNode> change) throws JsonProcessingException {
            return changed(header, change);
        }

        private String claims(Consumer<ObjectNode> change) throws JsonProcessingException {
            return changed(body, change);
        }

        private static String changed(String json, Consumer<ObjectNode> change) throws JsonProcessingException {
            var node = (ObjectNode) JSON.readTree(json);
            change.accept(node);
            return encode(JSON.writeValueAsString(node));
        }

        private static String encode(String json) {
            return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
