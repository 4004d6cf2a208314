package io.trashpong.harness.load;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** CPU, memory and network of a run over time, server and client, one above the other in one SVG. */
final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 280;

    private final List<Mark> marks;
    private final List<Recorder.State> states;

    private Plot(List<Mark> marks, List<Recorder.State> states) {
        this.marks = marks;
        this.states = states;
    }

    /** @param marks at least two */
    static void write(Path file, List<Mark> marks, List<Recorder.State> states) throws IOException {
        new Plot(marks, states).write(file);
    }

    private void write(Path file) throws IOException {
        XYChart cpu = chart("CPU, % of a core");
        add(cpu, "relays", (before, now) -> (now.relayCpu() - before.relayCpu()) / 1e4 / now.secondsSince(before));
        add(
                cpu,
                "Postgres",
                (before, now) -> (now.postgresCpu() - before.postgresCpu()) / 1e4 / now.secondsSince(before));
        add(
                cpu,
                "client",
                (before, now) -> (now.generatorCpu() - before.generatorCpu()) / 1e4 / now.secondsSince(before));
        XYChart memory = chart("resident memory, MiB");
        add(memory, "relays", (_, now) -> now.relayKb() / 1024.0);
        add(memory, "client", (_, now) -> now.generatorKb() / 1024.0);
        XYChart network = chart("WebSockets, KiB/s");
        add(
                network,
                "server to client",
                (before, now) -> (now.bytesIn() - before.bytesIn()) / 1024.0 / now.secondsSince(before));
        add(
                network,
                "client to server",
                (before, now) -> (now.bytesOut() - before.bytesOut()) / 1024.0 / now.secondsSince(before));
        var page = new VectorGraphics2D();
        for (XYChart chart : List.of(cpu, memory, network)) {
            chart.paint(page, WIDTH, HEIGHT);
            page.translate(0, HEIGHT);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            new SVGProcessor()
                    .getDocument(page.getCommands(), new PageSize(WIDTH, 3 * HEIGHT))
                    .writeTo(out);
        }
    }

    private XYChart chart(String title) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title + ": "
                        + String.join(
                                ", ", states.stream().map(Recorder.State::name).toList()))
                .theme(Styler.ChartTheme.XChart)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        for (Recorder.State state : states) {
            chart.addAnnotation(new AnnotationLine(seconds(state.nanos()), true, false));
        }
        return chart;
    }

    private void add(XYChart chart, String name, ToDoubleBiFunction<Mark, Mark> value) {
        int points = marks.size() - 1;
        var times = new double[points];
        var values = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = seconds(marks.get(i + 1).nanos());
            values[i] = value.applyAsDouble(marks.get(i), marks.get(i + 1));
        }
        chart.addSeries(name, times, values).setMarker(SeriesMarkers.NONE);
    }

    private double seconds(long nanos) {
        return (nanos - marks.getFirst().nanos()) / 1e9;
    }
}
