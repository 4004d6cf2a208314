package io.trashpong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds exchanges over HTTP against an OpenAPI document: every answer must be one that is documented, and every request that a
 * service accepts must be one that the document allows. What was refused may have been anything. Safe to use from any thread.
 */
public final class ExchangeCheck {
    private static final String PROBLEM = "/components/schemas/Problem";
    private static final Set<Integer> NO_SUCH_OPERATION = Set.of(404, 405, 411, 413);
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final ApiPaths paths;
    private final JsonNode document;
    private final Schemas schemas;

    private ExchangeCheck(JsonNode document) {
        this.document = document;
        paths = new ApiPaths(document);
        schemas = new Schemas(document);
    }

    /** @param service its document is {@code docs/openapi/<service>.yaml} */
    public static ExchangeCheck of(String service) {
        return new ExchangeCheck(Documents.read(file(service)));
    }

    static Path file(String service) {
        return Documents.FOLDER.resolve("openapi").resolve(service + ".yaml");
    }

    /** What is wrong with it; nothing when all is well. */
    public List<String> faults(Exchange exchange) {
        var found = paths.find(exchange.method(), exchange.uri().getPath());
        if (found.isEmpty()) {
            return about(exchange, "no such operation", outside(exchange));
        }
        var faults = new ArrayList<String>();
        faults.addAll(about(exchange, "answer", answer(found.get(), exchange)));
        if (exchange.isAccepted()) {
            faults.addAll(about(exchange, "request", request(found.get(), exchange)));
        }
        return faults;
    }

    /** What is at no documented place is refused like everything else. */
    private List<String> outside(Exchange exchange) {
        return NO_SUCH_OPERATION.contains(exchange.status())
                ? schemas.faults(PROBLEM, exchange.body())
                : List.of("answered with " + exchange.status());
    }

    private List<String> answer(ApiPaths.Match match, Exchange exchange) {
        var answer = match.operation().path("responses").path(Integer.toString(exchange.status()));
        if (answer.isMissingNode()) {
            return List.of("the status is not documented");
        }
        var faults = new ArrayList<String>();
        answer.path("headers").forEachEntry((name, header) -> {
            if (header.path("required").asBoolean() && !exchange.headers().containsKey(name.toLowerCase(Locale.ROOT))) {
                faults.add("no header " + name);
            }
        });
        String pointer = match.pointer() + "/responses/" + exchange.status();
        if (!answer.has("content")) {
            if (!exchange.body().isEmpty()) {
                faults.add("a body where none is documented");
            }
        } else if (answer.path("content").has(exchange.mediaType())) {
            faults.addAll(schemas.faults(body(pointer, exchange.mediaType()), exchange.body()));
        } else {
            faults.add("the media type is " + exchange.mediaType());
        }
        return faults;
    }

    private List<String> request(ApiPaths.Match match, Exchange exchange) {
        var faults = new ArrayList<String>();
        var query = query(exchange.uri().getRawQuery());
        int number = 0;
        for (JsonNode parameter : match.operation().path("parameters")) {
            String name = parameter.path("name").asText();
            String value = switch (parameter.path("in").asText()) {
                case "query" -> query.remove(name);
                case "path" -> match.pathValues().get(name);
                default -> null;
            };
            if (value != null) {
                faults.addAll(
                        schemas.faults(match.pointer() + "/parameters/" + number + "/schema", value(parameter, value)));
            }
            number++;
        }
        query.keySet().forEach(name -> faults.add("the query " + name + " is not documented"));
        if (exchange.requestBody() != null && match.operation().has("requestBody")) {
            faults.addAll(
                    schemas.faults(body(match.pointer() + "/requestBody", "application/json"), exchange.requestBody()));
        } else if (match.operation().at("/requestBody/required").asBoolean()) {
            faults.add("no body");
        }
        return faults;
    }

    private JsonNode value(JsonNode parameter, String text) {
        var schema = parameter.path("schema");
        var target =
                schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        var nodes = JsonNodeFactory.instance;
        return target.path("type").asText().equals("integer")
                        && INTEGER.matcher(text).matches()
                ? nodes.numberNode(Long.parseLong(text))
                : nodes.textNode(text);
    }

    private static Map<String, String> query(String raw) {
        var values = new HashMap<String, String>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String body(String pointer, String mediaType) {
        return pointer + "/content/" + Documents.escape(mediaType) + "/schema";
    }

    private static List<String> about(Exchange exchange, String part, List<String> faults) {
        return faults.stream()
                .map(fault -> exchange + ", " + part + ": " + fault)
                .toList();
    }
}
