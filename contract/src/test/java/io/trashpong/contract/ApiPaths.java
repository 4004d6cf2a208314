package io.trashpong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths of an OpenAPI document. */
final class ApiPaths {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final List<Template> templates;

    /** @param pointer to the operation, in the document */
    record Match(String pointer, JsonNode operation, Map<String, String> pathValues) {}

    private record Template(String text, Pattern form, List<String> names, JsonNode operations) {
        static Template of(String text, JsonNode operations) {
            var names = PARAMETER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            return new Template(
                    text, Pattern.compile(PARAMETER.matcher(text).replaceAll("([^/]+)")), names, operations);
        }
    }

    ApiPaths(JsonNode document) {
        // What is spelled out goes before what is a parameter.
        templates = document.path("paths").properties().stream()
                .map(path -> Template.of(path.getKey(), path.getValue()))
                .sorted(Comparator.comparingInt(template -> template.names().size()))
                .toList();
    }

    Optional<Match> find(String method, String path) {
        String verb = method.toLowerCase(Locale.ROOT);
        for (Template template : templates) {
            var found = template.form().matcher(path);
            if (template.operations().has(verb) && found.matches()) {
                var values = new HashMap<String, String>();
                for (int i = 0; i < template.names().size(); i++) {
                    values.put(template.names().get(i), found.group(i + 1));
                }
                String pointer = "/paths/" + Documents.escape(template.text()) + "/" + verb;
                return Optional.of(new Match(pointer, template.operations().get(verb), values));
            }
        }
        return Optional.empty();
    }
}
