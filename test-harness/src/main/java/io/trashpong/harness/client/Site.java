package io.trashpong.harness.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** Whether Trashpong is where it should be. */
public final class Site {
    private Site() {}

    /** @throws java.io.UncheckedIOException when nothing answers there, or what answers is not believed; with what to do */
    public static void demand(URI origin, Trust trust) {
        try (var rest = new Rest(origin, trust)) {
            if (rest.call("GET", "/.well-known/jwks.json", null, null, JsonNode.class)
                    instanceof Answer.Refused<JsonNode>(int status, String _, var _)) {
                throw UnreachableException.notOurs(origin, status);
            }
        }
    }
}
