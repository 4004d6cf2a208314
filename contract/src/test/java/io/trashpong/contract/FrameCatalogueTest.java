package io.trashpong.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trashpong.contract.FrameCheck.Sender;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.feed.FeedMessage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} has the messages that the protocol has, with the same members, and no others. */
class FrameCatalogueTest {
    private static final Path SAMPLES = Path.of("../protocol/samples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FrameCheck CHECK = FrameCheck.load();

    @Test
    void the_document_has_the_text_messages_of_the_catalogues_with_their_members() {
        var catalogue = new TreeMap<String, Set<String>>();
        catalogue.putAll(textMessages(Sender.CLIENT, ClientMessage.Seldom.class));
        catalogue.putAll(textMessages(Sender.ROOM, ServerMessage.Seldom.class));
        catalogue.putAll(textMessages(Sender.FEED, FeedMessage.class));

        assertEquals(catalogue, documented(false));
    }

    @Test
    void the_document_has_as_many_binary_messages_as_the_catalogues() {
        int frequent = ClientMessage.Frequent.class.getPermittedSubclasses().length
                + ServerMessage.Frequent.class.getPermittedSubclasses().length;

        assertEquals(frequent, documented(true).size());
    }

    @Test
    void every_golden_sample_is_as_the_document_says() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                for (Sender sender : Sender.values()) {
                    if (name.startsWith(sender.prefix())) {
                        assertEquals(List.of(), faults(sender, JSON.readTree(file.toFile())), name);
                    }
                }
            }
        }
    }

    /** The document's layout reads out of a binary sample what the protocol's own reading put beside it. */
    @Test
    void a_binary_sample_is_read_by_the_documents_layout_as_by_the_protocol() throws IOException {
        var read = new TreeSet<String>();
        for (var message : documented(true).keySet()) {
            var sample = JSON.readTree(SAMPLES.resolve(message + ".json").toFile());
            var layout = FrameLayout.of(CHECK.messages().path(message).path("x-frame"));
            byte[] frame = HexFormat.of().parseHex(sample.path("binary").asText());
            // By way of text, so that numbers are of the same node types.
            assertEquals(
                    sample.path("message"), JSON.readTree(layout.read(frame).toString()), message);
            read.add(message);
        }
        assertEquals(documented(true).keySet(), read);
    }

    @Test
    void what_the_document_does_not_have_is_a_fault() {
        assertFalse(CHECK.faults(Sender.CLIENT, "{\"type\":\"fly\"}").isEmpty());
        assertFalse(CHECK.faults(Sender.CLIENT, "no JSON").isEmpty());
        assertFalse(
                CHECK.faults(Sender.CLIENT, "{\"type\":\"ready\",\"more\":1}").isEmpty());
        assertFalse(CHECK.faults(Sender.CLIENT, "{\"type\":\"pause\",\"on\":\"yes\"}")
                .isEmpty());
        assertFalse(CHECK.faults(Sender.ROOM, "{\"type\":\"ready\"}").isEmpty());
        assertFalse(CHECK.faults(Sender.CLIENT, new byte[] {0x7f}).isEmpty());
        assertFalse(CHECK.faults(Sender.CLIENT, new byte[0]).isEmpty());
        assertFalse(CHECK.faults(Sender.CLIENT, new byte[] {1, 2, 3}).isEmpty());
        assertFalse(CHECK.faults(Sender.ROOM, HexFormat.of().parseHex("8107001cbe991a1400080000000f4240"))
                .isEmpty());
    }

    @Test
    void each_message_is_of_a_channel_and_of_an_operation() {
        var messages = new TreeSet<String>();
        CHECK.messages().fieldNames().forEachRemaining(messages::add);
        var ofChannels = new TreeSet<String>();
        CHECK.document()
                .path("channels")
                .forEach(channel -> channel.path("messages").fieldNames().forEachRemaining(ofChannels::add));
        var ofRoomOperations = new TreeSet<String>();
        CHECK.document()
                .path("operations")
                .forEach(operation -> operation
                        .path("messages")
                        .forEach(message -> ofRoomOperations.add(
                                message.path("$ref").asText().replaceFirst(".*/", ""))));

        assertEquals(messages, ofChannels);
        messages.removeIf(name -> name.startsWith(Sender.FEED.prefix()));
        assertEquals(messages, ofRoomOperations);
    }

    @Test
    void the_documents_error_codes_are_ours() {
        var documented = new TreeSet<String>();
        CHECK.document().at("/components/schemas/ErrorCode/schema/enum").forEach(code -> documented.add(code.asText()));
        var ours = new TreeSet<String>();
        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).forEach(ours::add);

        assertEquals(ours, documented);
    }

    private static List<String> faults(Sender sender, JsonNode sample) {
        return sample.has("text")
                ? CHECK.faults(sender, sample.get("text").toString())
                : CHECK.faults(
                        sender, HexFormat.of().parseHex(sample.get("binary").asText()));
    }

    /** By name, the members of each. */
    private static Map<String, Set<String>> textMessages(Sender sender, Class<?> catalogue) {
        var messages = new TreeMap<String, Set<String>>();
        for (JsonSubTypes.Type type :
                catalogue.getAnnotation(JsonSubTypes.class).value()) {
            var members = new TreeSet<>(Set.of("type"));
            Arrays.stream(type.value().getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(members::add);
            messages.put(sender.prefix() + type.name(), members);
        }
        return messages;
    }

    private static Map<String, Set<String>> documented(boolean binary) {
        var messages = new TreeMap<String, Set<String>>();
        CHECK.messages().forEachEntry((name, message) -> {
            if (message.has("x-frame") == binary) {
                var members = new TreeSet<String>();
                message.at("/payload/schema/properties").fieldNames().forEachRemaining(members::add);
                messages.put(name, members);
            }
        });
        return messages;
    }
}
