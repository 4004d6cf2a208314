package io.trashpong.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.trashpong.protocol.event.AuthEvent;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.protocol.feed.FeedMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** JSON of this protocol: strict when reading (unknown, double or trailing members are refused), compact when writing. */
public final class TextFrame {
    private static final int MAX_DEPTH = 8;
    private static final ObjectMapper JSON = mapper();

    private TextFrame() {}

    public static String encode(ClientMessage.Seldom message) {
        return write(message);
    }

    public static String encode(ServerMessage.Seldom message) {
        return write(message);
    }

    public static String encode(FeedMessage message) {
        return write(message);
    }

    public static String encode(RelayEvent event) {
        return write(event);
    }

    public static String encode(LobbyEvent event) {
        return write(event);
    }

    public static String encode(AuthEvent event) {
        return write(event);
    }

    /** @throws InvalidMessageException when the text is no message of a client */
    public static ClientMessage.Seldom decodeClient(String text) {
        return read(ClientMessage.Seldom.class, text);
    }

    /** @throws InvalidMessageException when the text is no message of a server */
    public static ServerMessage.Seldom decodeServer(String text) {
        return read(ServerMessage.Seldom.class, text);
    }

    /** @throws InvalidMessageException when the text is no message of the lobby's feed */
    public static FeedMessage decodeFeed(String text) {
        return read(FeedMessage.class, text);
    }

    /** @throws InvalidMessageException when the text is no event of the relay */
    public static RelayEvent decodeRelayEvent(String text) {
        return read(RelayEvent.class, text);
    }

    /** @throws InvalidMessageException when the text is no event of the lobby */
    public static LobbyEvent decodeLobbyEvent(String text) {
        return read(LobbyEvent.class, text);
    }

    /** @throws InvalidMessageException when the text is no event of auth */
    public static AuthEvent decodeAuthEvent(String text) {
        return read(AuthEvent.class, text);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of ours can't be written", e);
        }
    }

    private static <T> T read(Class<T> type, String text) {
        try {
            ObjectReader reader = JSON.readerFor(type);
            T value = reader.readValue(text);
            if (value == null) {
                throw new InvalidMessageException("not a message: null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new InvalidMessageException("not a message of this protocol");
        }
    }

    private static ObjectMapper mapper() {
        var time = new SimpleModule()
                .addSerializer(Instant.class, new ToStringSerializer(Instant.class))
                .addDeserializer(Instant.class, new InstantReader());
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(time)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(parser.getText(), Instant.class, "not an instant of ISO 8601");
            }
        }
    }
}
