package io.trashpong.harness.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Wherever the game is served from, a browser is told the same. */
class SameHeadersTest {
    private static final Pattern NGINX = Pattern.compile("^add_header (\\S+) \"(.*)\" always;$", Pattern.MULTILINE);
    private static final Pattern ROUTE = Pattern.compile("- \\{name: ([\\w-]+), value: \"?(.*?)\"?}");
    private static final Pattern RULE_WITH_FILTER = Pattern.compile("responseHeaderModifier:");

    @Test
    void nginx_sets_the_headers_of_the_local_gateway() throws IOException {
        assertEquals(ours(), headers(NGINX, read("docker/web/security-headers.conf")));
    }

    @Test
    void each_filtered_rule_of_the_http_route_sets_them() throws IOException {
        String[] parts = RULE_WITH_FILTER.split(read("k8s/base/gateway.yaml"), -1);

        assertFalse(parts.length < 3);
        for (int i = 1; i < parts.length; i++) {
            assertEquals(ours(), headers(ROUTE, parts[i].substring(0, parts[i].indexOf("backendRefs"))));
        }
    }

    private static Map<String, String> ours() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        SecurityHeaders.add(headers);
        var ours = new TreeMap<String, String>();
        headers.forEach(header -> ours.put(header.getKey(), header.getValue()));
        return ours;
    }

    private static Map<String, String> headers(Pattern pattern, String text) {
        var headers = new TreeMap<String, String>();
        pattern.matcher(text).results().forEach(found -> headers.put(found.group(1), found.group(2)));
        return headers;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..").resolve(file));
    }
}
