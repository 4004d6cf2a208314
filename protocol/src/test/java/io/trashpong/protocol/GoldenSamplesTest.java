package io.trashpong.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.trashpong.protocol.event.AuthEvent;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.protocol.feed.FeedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files in {@code samples/} are the contract with every other implementation. With {@code -Dsamples.write=true} they are
 * written anew; a difference in version control is then a change of the protocol.
 */
class GoldenSamplesTest {
    private static final Path FOLDER = Path.of("samples");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void every_message_is_written_as_its_sample_says() throws IOException {
        for (var sample : written().entrySet()) {
            Path file = FOLDER.resolve(sample.getKey() + ".json");
            if (Boolean.getBoolean("samples.write")) {
                Files.writeString(file, JSON.writeValueAsString(sample.getValue()) + "\n");
            }
            assertEquals(JSON.readTree(Files.readString(file)), sample.getValue(), sample.getKey());
        }
    }

    @Test
    void every_sample_is_read_back_as_the_message_it_was() throws IOException {
        Samples.client()
                .forEach((name, message) -> assertEquals(
                        message,
                        switch (message) {
                            case ClientMessage.Seldom m -> TextFrame.decodeClient(text("client-" + name));
                            case ClientMessage.Frequent m -> BinaryFrame.decodeClient(bytes("client-" + name));
                        }));
        Samples.server()
                .forEach((name, message) -> assertEquals(
                        message,
                        switch (message) {
                            case ServerMessage.Seldom m -> TextFrame.decodeServer(text("server-" + name));
                            case ServerMessage.Frequent m -> BinaryFrame.decodeServer(bytes("server-" + name));
                        }));
        Samples.feed().forEach((name, m) -> assertEquals(m, TextFrame.decodeFeed(text("feed-" + name))));
        Samples.relay().forEach((name, m) -> assertEquals(m, TextFrame.decodeRelayEvent(text("relay-" + name))));
        Samples.lobby().forEach((name, m) -> assertEquals(m, TextFrame.decodeLobbyEvent(text("lobby-" + name))));
        Samples.auth().forEach((name, m) -> assertEquals(m, TextFrame.decodeAuthEvent(text("auth-" + name))));
    }

    @Test
    void every_kind_of_message_has_a_sample_and_no_sample_is_left_over() throws IOException {
        var sampled = new HashSet<Class<?>>();
        Stream.of(Samples.client(), Samples.server(), Samples.feed(), Samples.relay(), Samples.lobby(), Samples.auth())
                .flatMap(samples -> samples.values().stream())
                .forEach(message -> sampled.add(message.getClass()));
        var kinds = new HashSet<Class<?>>();
        for (Class<?> catalogue : List.of(
                ClientMessage.class,
                ServerMessage.class,
                FeedMessage.class,
                RelayEvent.class,
                LobbyEvent.class,
                AuthEvent.class)) {
            leaves(catalogue, kinds);
        }
        assertEquals(kinds, sampled);
        try (var files = Files.list(FOLDER)) {
            Set<String> names = files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());
            assertEquals(written().keySet(), names);
        }
    }

    private static void leaves(Class<?> type, Set<Class<?>> found) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            found.add(type);
            return;
        }
        for (Class<?> subtype : permitted) {
            leaves(subtype, found);
        }
    }

    private static Map<String, JsonNode> written() {
        var all = new TreeMap<String, JsonNode>();
        Samples.client()
                .forEach((name, message) -> all.put(
                        "client-" + name,
                        switch (message) {
                            case ClientMessage.Seldom m -> textSample(TextFrame.encode(m));
                            case ClientMessage.Frequent m -> binarySample(BinaryFrame.encode(m), m);
                        }));
        Samples.server()
                .forEach((name, message) -> all.put(
                        "server-" + name,
                        switch (message) {
                            case ServerMessage.Seldom m -> textSample(TextFrame.encode(m));
                            case ServerMessage.Frequent m -> binarySample(BinaryFrame.encode(m), m);
                        }));
        put(all, "feed-", Samples.feed(), TextFrame::encode);
        put(all, "relay-", Samples.relay(), TextFrame::encode);
        put(all, "lobby-", Samples.lobby(), TextFrame::encode);
        put(all, "auth-", Samples.auth(), TextFrame::encode);
        return all;
    }

    private static <M> void put(
            Map<String, JsonNode> all, String prefix, Map<String, M> samples, Function<M, String> encode) {
        samples.forEach((name, message) -> all.put(prefix + name, textSample(encode.apply(message))));
    }

    private static JsonNode textSample(String text) {
        return JSON.createObjectNode().set("text", tree(text));
    }

    private static JsonNode binarySample(byte[] frame, Object message) {
        var sample = JSON.createObjectNode().put("binary", HexFormat.of().formatHex(frame));
        sample.put("kind", message.getClass().getSimpleName());
        // By way of text, so that numbers are of the same node types as in the file.
        return tree(sample.set("message", JSON.valueToTree(message)).toString());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static String text(String name) {
        return read(name).get("text").toString();
    }

    private static byte[] bytes(String name) {
        return HexFormat.of().parseHex(read(name).get("binary").asText());
    }

    private static JsonNode read(String name) {
        try {
            return tree(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new AssertionError("no sample " + name, e);
        }
    }
}
