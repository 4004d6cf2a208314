package io.trashpong.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Holds frames of the WebSockets against {@code docs/asyncapi.yaml}. Safe to use from any thread. */
public final class FrameCheck {
    private static final String MESSAGES = "/components/messages/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Schemas schemas;
    /** By sender and kind, the message's name in the document. */
    private final Map<String, String> binary = new HashMap<>();

    /** Who says it; the same word may mean something else from another. */
    public enum Sender {
        CLIENT("client-"),
        ROOM("server-"),
        FEED("feed-");

        private final String prefix;

        Sender(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    private FrameCheck(JsonNode document) {
        this.document = document;
        schemas = new Schemas(document);
        messages().forEachEntry((name, message) -> {
            if (message.has("x-frame")) {
                var sender = name.substring(0, name.indexOf('-') + 1);
                binary.put(sender + FrameLayout.of(message.get("x-frame")).kind(), name);
            }
        });
    }

    public static FrameCheck load() {
        return new FrameCheck(Documents.read(Documents.FOLDER.resolve("asyncapi.yaml")));
    }

    /** What is wrong with a text frame; nothing when all is well. */
    public List<String> faults(Sender from, String text) {
        String name = from.prefix() + type(text);
        if (!messages().has(name)) {
            return List.of("docs/asyncapi.yaml has no message " + name);
        }
        return about(name + " " + text, schemas.faults(payload(name), text));
    }

    /** What is wrong with a binary frame; nothing when all is well. */
    public List<String> faults(Sender from, byte[] frame) {
        String name = frame.length == 0 ? null : binary.get(from.prefix() + frame[0]);
        if (name == null) {
            return List.of("docs/asyncapi.yaml has no binary message like "
                    + HexFormat.of().formatHex(frame));
        }
        var layout = FrameLayout.of(messages().path(name).path("x-frame"));
        if (frame.length != layout.length()) {
            return List.of(name + " has " + layout.length() + " bytes, not " + frame.length);
        }
        var values = layout.read(frame);
        return about(name + " " + values, schemas.faults(payload(name), values));
    }

    JsonNode messages() {
        return document.at("/components/messages");
    }

    JsonNode document() {
        return document;
    }

    private static List<String> about(String frame, List<String> faults) {
        return faults.stream().map(fault -> frame + ": " + fault).toList();
    }

    private static String payload(String name) {
        return MESSAGES + name + "/payload/schema";
    }

    private static String type(String text) {
        try {
            return JSON.readTree(text).path("type").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
