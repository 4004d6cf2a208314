package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The expressions for Prometheus in dashboards, alerts and autoscalers. */
public final class Monitoring {
    private static final Pattern METRIC = Pattern.compile("\\b(?:trashpong|http|jvm|process|system)_[a-z0-9_]+\\b");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*\\}|by \\([^)]*\\)");

    private Monitoring() {}

    /** What Prometheus must know for all that we install. */
    public static Set<String> namedMetrics() {
        var metrics = new TreeSet<String>();
        for (Overlay overlay : Overlay.values()) {
            metrics.addAll(metrics(overlay.render()));
        }
        return metrics;
    }

    static List<String> alerts(Installation installation) {
        return installation
                .all("PrometheusRule")
                .flatMap(rule -> rule.tree().findValuesAsText("alert").stream())
                .toList();
    }

    private static Set<String> metrics(Installation installation) {
        var expressions = new ArrayList<String>();
        installation
                .all("PrometheusRule")
                .forEach(rule -> expressions.addAll(rule.tree().findValuesAsText("expr")));
        installation
                .all("ScaledObject")
                .forEach(scaler -> expressions.addAll(scaler.tree().findValuesAsText("query")));
        installation
                .all("HorizontalPodAutoscaler")
                .forEach(scaler -> scaler.tree()
                        .findValues("metric")
                        .forEach(metric -> expressions.add(metric.path("name").asText())));
        installation
                .all("ConfigMap")
                .map(map -> map.at("/data/dashboard.json"))
                .filter(JsonNode::isTextual)
                .forEach(dashboard -> Yaml.parse(dashboard.asText(), "dashboard.json")
                        .forEach(tree -> expressions.addAll(tree.findValuesAsText("expr"))));
        var metrics = new TreeSet<String>();
        for (String expression : expressions) {
            METRIC.matcher(SELECTOR.matcher(expression).replaceAll(""))
                    .results()
                    .forEach(found -> metrics.add(found.group()));
        }
        return metrics;
    }
}
