package io.trashpong.harness.operators;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations of RFC 6902 that the kustomizations use: add, replace and remove. */
final class JsonPatch {
    private JsonPatch() {}

    /** @throws IllegalArgumentException when an operation does not fit the tree */
    static void apply(JsonNode operations, ObjectNode tree) {
        for (JsonNode operation : operations) {
            var path = JsonPointer.compile(operation.path("path").asText());
            String word = operation.path("op").asText();
            JsonNode parent = tree.at(path.head());
            boolean applied = switch (word) {
                case "add" -> add(parent, key(path), operation.path("value").deepCopy());
                case "replace" ->
                    remove(parent, key(path))
                            && add(parent, key(path), operation.path("value").deepCopy());
                case "remove" -> remove(parent, key(path));
                default -> throw new IllegalArgumentException("the operation " + word + " is not supported");
            };
            if (!applied) {
                throw new IllegalArgumentException(word + " " + path + " does not fit " + new Manifest(tree));
            }
        }
    }

    private static boolean add(JsonNode parent, String key, JsonNode value) {
        switch (parent) {
            case ObjectNode object -> object.set(key, value);
            case ArrayNode array when key.equals("-") -> array.add(value);
            case ArrayNode array
            when Integer.parseInt(key) <= array.size() -> array.insert(Integer.parseInt(key), value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean remove(JsonNode parent, String key) {
        return switch (parent) {
            case ObjectNode object -> object.remove(key) != null;
            case ArrayNode array -> array.remove(Integer.parseInt(key)) != null;
            default -> false;
        };
    }

    private static String key(JsonPointer path) {
        JsonPointer last = path.last();
        return last.getMatchingProperty();
    }
}
