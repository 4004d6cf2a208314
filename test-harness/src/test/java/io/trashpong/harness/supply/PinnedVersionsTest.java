package io.trashpong.harness.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A build of one commit is a build of the same plugins and libraries at any time. */
class PinnedVersionsTest {
    private static final Path PARENT = Library.CHECKOUT.resolve("pom.xml");
    /** What Maven runs for a jar without being told; it would choose the versions by its own. */
    private static final Set<String> RUN_UNASKED = Set.of(
            "maven-clean-plugin",
            "maven-resources-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-jar-plugin",
            "maven-install-plugin",
            "maven-deploy-plugin");

    private static final Pattern FIXED = Pattern.compile("\\$\\{[a-z0-9.-]+}|[0-9][A-Za-z0-9.-]*");

    @Test
    void every_version_stands_in_the_parent_and_is_one_version() throws Exception {
        for (Path pom : poms()) {
            for (Element version : all(read(pom), "version")) {
                if (version.getParentNode().getNodeName().startsWith("require")) {
                    continue; // What Java and Maven we ask for is a range.
                }
                String text = version.getTextContent().strip();
                assertTrue(FIXED.matcher(text).matches(), pom + " has the version " + text);
                boolean ours = List.of("project", "parent")
                        .contains(version.getParentNode().getNodeName());
                assertTrue(ours || pom.equals(PARENT), pom + " has a version of its own: " + text);
                assertTrue(ours || !text.endsWith("SNAPSHOT"), pom + " builds on " + text);
            }
        }
    }

    @Test
    void every_plugin_that_runs_has_its_version() throws Exception {
        var pinned = new TreeSet<String>();
        for (Element plugin : all(read(PARENT), "plugin")) {
            if (child(plugin, "version") != null) {
                pinned.add(artifact(plugin));
            }
        }
        var run = new TreeSet<>(RUN_UNASKED);
        for (Path pom : poms()) {
            all(read(pom), "plugin").forEach(plugin -> run.add(artifact(plugin)));
        }
        run.removeAll(pinned);

        assertEquals(Set.of(), run);
    }

    private static List<Path> poms() throws IOException {
        var poms = new ArrayList<>(List.of(PARENT));
        try (Stream<Path> folders = Files.list(Library.CHECKOUT)) {
            folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .forEach(poms::add);
        }
        return poms;
    }

    private static Document read(Path pom) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static List<Element> all(Document pom, String name) {
        var found = pom.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String artifact(Element plugin) {
        Node artifact = child(plugin, "artifactId");
        return artifact == null ? "" : artifact.getTextContent().strip();
    }

    private static @Nullable Node child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node;
            }
        }
        return null;
    }
}
