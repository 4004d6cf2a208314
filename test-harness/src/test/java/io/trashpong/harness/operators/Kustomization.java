package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renders a folder as {@code kubectl kustomize} does, for what our kustomizations use: resources, components, a namespace,
 * images, config maps of files, patches of RFC 6902 and {@code $patch: delete}. Anything else is refused, so that no field is
 * silently passed over.
 */
final class Kustomization {
    private static final Set<String> KNOWN = Set.of(
            "apiVersion", "kind", "namespace", "resources", "components", "configMapGenerator", "images", "patches");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

    private final List<Manifest> manifests = new ArrayList<>();

    private Kustomization() {}

    static List<Manifest> render(Path folder) {
        var kustomization = new Kustomization();
        kustomization.apply(folder.normalize());
        return List.copyOf(kustomization.manifests);
    }

    /** A base with components that stand in no overlay of ours. */
    static List<Manifest> render(Path base, List<Path> components) {
        var kustomization = new Kustomization();
        kustomization.apply(base);
        components.forEach(kustomization::apply);
        return List.copyOf(kustomization.manifests);
    }

    private void apply(Path folder) {
        Path file = folder.resolve("kustomization.yaml");
        JsonNode own = Yaml.read(file).getFirst();
        demandKnown(own, KNOWN, file);
        for (JsonNode resource : own.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) {
                apply(path);
            } else {
                Yaml.read(path).forEach(tree -> add((ObjectNode) tree));
            }
        }
        own.path("components")
                .forEach(component -> apply(folder.resolve(component.asText()).normalize()));
        own.path("configMapGenerator").forEach(generator -> add(configMap(folder, generator)));
        own.path("patches").forEach(patch -> patch(patch, file));
        own.path("images").forEach(this::name);
        Optional.ofNullable(own.get("namespace"))
                .ifPresent(namespace -> manifests.stream()
                        .filter(manifest -> !WITHOUT_NAMESPACE.contains(manifest.kind()))
                        .forEach(manifest ->
                                manifest.tree().withObject("/metadata").set("namespace", namespace)));
    }

    private void add(ObjectNode tree) {
        var manifest = new Manifest(tree);
        if (manifests.stream().anyMatch(other -> other.toString().equals(manifest.toString()))) {
            throw new IllegalArgumentException(manifest + " stands twice");
        }
        manifests.add(manifest);
    }

    private static ObjectNode configMap(Path folder, JsonNode generator) {
        demandKnown(generator, Set.of("name", "files", "options"), folder);
        demandKnown(generator.path("options"), Set.of("disableNameSuffixHash", "labels"), folder);
        if (!generator.at("/options/disableNameSuffixHash").asBoolean()) {
            throw new IllegalArgumentException("config maps with a hash in their name are not supported");
        }
        var tree = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        var metadata =
                tree.putObject("metadata").put("name", generator.path("name").asText());
        Optional.ofNullable(generator.at("/options").get("labels")).ifPresent(labels -> metadata.set("labels", labels));
        var data = tree.putObject("data");
        generator.path("files").forEach(file -> data.put(file.asText(), Yaml.text(folder.resolve(file.asText()))));
        return tree;
    }

    private void patch(JsonNode entry, Path source) {
        demandKnown(entry, Set.of("target", "patch"), source);
        JsonNode patch =
                Yaml.parse(entry.path("patch").asText(), source.toString()).getFirst();
        List<Manifest> targets = find(patch.isArray() ? entry.path("target") : patch);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(source + " patches what is not there: " + entry);
        }
        if (patch.isArray()) {
            targets.forEach(target -> JsonPatch.apply(patch, target.tree()));
        } else if (patch.path("$patch").asText().equals("delete")) {
            manifests.removeAll(targets);
        } else {
            throw new IllegalArgumentException("strategic merges are not supported: " + patch);
        }
    }

    private List<Manifest> find(JsonNode target) {
        String name = target.path("name").asText(target.at("/metadata/name").asText());
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(target.path("kind").asText()))
                .filter(manifest -> name.isEmpty() || manifest.name().equals(name))
                .toList();
    }

    private void name(JsonNode image) {
        demandKnown(image, Set.of("name", "newName", "newTag"), Path.of("images"));
        String name = image.path("name").asText();
        for (Manifest manifest : manifests) {
            for (JsonNode container : manifest.containers()) {
                String[] nameAndTag = container.path("image").asText().split(":", 2);
                if (nameAndTag[0].equals(name)) {
                    String newName = image.path("newName").asText(name);
                    ((ObjectNode) container)
                            .put("image", newName + ":" + image.path("newTag").asText(nameAndTag[1]));
                }
            }
        }
    }

    private static void demandKnown(JsonNode node, Set<String> known, Path source) {
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!known.contains(field)) {
                throw new IllegalArgumentException(source + ": " + field + " is not supported");
            }
        }
    }
}
