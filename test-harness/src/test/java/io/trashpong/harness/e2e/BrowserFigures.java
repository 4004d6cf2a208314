package io.trashpong.harness.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.trashpong.harness.e2e.RunningStack.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a player waits for and what a room costs, measured in real browsers on two relays. No test by its name, so that only
 * {@code ./trashpong figures} runs it. A line printed is a figure of docs/performance.md.
 */
@ExtendWith(RunningStack.class)
class BrowserFigures {
    private static final int RUNS = 5;
    private static final double PLAYED_MILLIS = 15_000;
    private static final double KEY_HELD_MILLIS = 350;
    /** A mouse tells of itself about once per frame. */
    private static final double POINTER_MILLIS = 16;
    /** What Lighthouse calls slow 4G, and a phone of the lower middle: round trip, bytes a second down and up, CPU. */
    private static final int SLOW_ROUND_TRIP_MILLIS = 150;

    private static final double SLOW_DOWN = 1.6e6 / 8;
    private static final double SLOW_UP = 750e3 / 8;
    private static final int SLOW_CPU = 4;

    private static Browsers browsers;

    @BeforeAll
    static void launch() {
        browsers = Browsers.launch();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void from_the_page_to_the_first_rally(Site site) {
        List<Double> both = new ArrayList<>();
        List<Double> friend = new ArrayList<>();
        site.relays().alternate();
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            Visitor host = browsers.visitor(site.url().toString());
            host.enter("Host " + run);
            host.press("Invite a friend");
            String link = host.page().getByLabel("Link to this room").inputValue();
            long opened = System.nanoTime();
            Visitor guest = browsers.visitor(link);
            guest.page().getByLabel("Your name").fill("Guest " + run);
            guest.press("Take the seat");
            guest.press("I am ready");
            host.press("I am ready");
            guest.awaitRally();
            host.awaitRally();
            both.add(secondsSince(begin));
            friend.add(secondsSince(opened));
            end(host, guest);
        }
        say("both pages opened to the first rally, 3 s countdown within", both, "s");
        say("a friend's link opened to the first rally, 3 s countdown within", friend, "s");
    }

    @Test
    void from_an_invitation_to_the_first_move(Site site) {
        List<Double> room = new ArrayList<>();
        List<Double> move = new ArrayList<>();
        site.relays().alternate();
        for (int run = 0; run < RUNS; run++) {
            Visitor asks = arrive(site, "Asks " + run);
            Visitor asked = arrive(site, "Asked " + run);
            long begin = System.nanoTime();
            asks.invite("Asked " + run);
            asked.press("Accept");
            asked.press("I am ready");
            asks.press("I am ready");
            room.add(secondsSince(begin));
            asks.awaitRally();
            asks.page().keyboard().down("ArrowUp");
            asked.awaitMoveOf(0);
            move.add(secondsSince(begin));
            end(asks, asked);
        }
        say("an invitation to both ready in the room", room, "s");
        say("an invitation to the first move seen by the other, 3 s countdown within", move, "s");
    }

    @Test
    void messages_and_timers_of_a_room(Site site) throws IOException, InterruptedException {
        site.relays().alternate();
        for (boolean pointer : new boolean[] {false, true}) {
            Visitor left = browsers.visitor("about:blank");
            Visitor right = browsers.visitor("about:blank");
            List<RoomTraffic> traffic = List.of(RoomTraffic.of(left.page()), RoomTraffic.of(right.page()));
            for (Visitor visitor : List.of(left, right)) {
                visitor.page().navigate(site.url().toString());
                visitor.enter(visitor == left ? "Left" : "Right");
            }
            left.openRoom("Measured " + pointer);
            right.join("Measured " + pointer);
            right.press("I am ready");
            left.press("I am ready");
            left.awaitRally();
            right.awaitRally();

            RoomTraffic.Count before = sum(traffic);
            double timersBefore = timers(site);
            long begin = System.nanoTime();
            if (pointer) {
                playByPointer(left.page(), right.page());
            } else {
                playByKeys(left.page(), right.page());
            }
            double seconds = secondsSince(begin);
            RoomTraffic.Count all = sum(traffic).minus(before);
            double timers = timers(site) - timersBefore;
            System.out.printf(
                    Locale.ROOT,
                    "figure: by %s: %.1f messages a second into the room (%.0f B/s), %.1f out of it (%.0f B/s), %.1f timers a second%n",
                    pointer ? "pointer" : "keyboard",
                    all.sent() / seconds,
                    all.sentBytes() / seconds,
                    all.received() / seconds,
                    all.receivedBytes() / seconds,
                    timers / seconds);
            end(left, right);
        }
    }

    @Test
    void first_interaction_on_a_slow_phone(Site site) {
        List<Double> painted = new ArrayList<>();
        List<Double> typed = new ArrayList<>();
        List<Double> kilobytes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Visitor phone = browsers.phone("about:blank");
            Page page = phone.page();
            CDPSession protocol = page.context().newCDPSession(page);
            slowDown(protocol);
            var loaded = new long[1];
            protocol.on(
                    "Network.loadingFinished",
                    event -> loaded[0] += (long) event.get("encodedDataLength").getAsDouble());
            long begin = System.nanoTime();
            page.navigate(site.url().toString());
            page.getByLabel("Your name").pressSequentially("A");
            page.waitForFunction("() => document.querySelector('#name').value === 'A'");
            typed.add(secondsSince(begin));
            painted.add(((Number) page.evaluate(
                                    "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                            .doubleValue()
                    / 1_000);
            kilobytes.add(loaded[0] / 1_024.0);
            page.context().close();
        }
        say("slow phone (CPU 4x, slow 4G), nothing cached: first picture", painted, "s");
        say("slow phone (CPU 4x, slow 4G), nothing cached: first letter of a name typed", typed, "s");
        say("loaded by then", kilobytes, "KB");
    }

    private static void slowDown(CDPSession protocol) {
        protocol.send("Network.enable");
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", SLOW_ROUND_TRIP_MILLIS);
        network.addProperty("downloadThroughput", SLOW_DOWN);
        network.addProperty("uploadThroughput", SLOW_UP);
        protocol.send("Network.emulateNetworkConditions", network);
        var cpu = new JsonObject();
        cpu.addProperty("rate", SLOW_CPU);
        protocol.send("Emulation.setCPUThrottlingRate", cpu);
    }

    /** Both hold an arrow key, now this, now that, as people do who follow a ball. */
    private static void playByKeys(Page left, Page right) {
        for (int turn = 0; turn * KEY_HELD_MILLIS < PLAYED_MILLIS; turn++) {
            String before = turn % 2 == 0 ? "ArrowUp" : "ArrowDown";
            String now = turn % 2 == 0 ? "ArrowDown" : "ArrowUp";
            for (Page page : List.of(left, right)) {
                page.keyboard().up(before);
                page.keyboard().down(now);
            }
            left.waitForTimeout(KEY_HELD_MILLIS);
        }
    }

    /** Both move the mouse up and down without a rest. */
    private static void playByPointer(Page left, Page right) {
        long begin = System.nanoTime();
        for (int turn = 0; secondsSince(begin) * 1_000 < PLAYED_MILLIS; turn++) {
            double y = 200 + Math.abs(turn * 9 % 600 - 300);
            left.mouse().move(500, y);
            right.mouse().move(500, 700 - y);
            left.waitForTimeout(POINTER_MILLIS / 2);
        }
    }

    private static RoomTraffic.Count sum(List<RoomTraffic> traffic) {
        return traffic.stream()
                .map(RoomTraffic::count)
                .reduce(RoomTraffic.Count::plus)
                .orElseThrow();
    }

    private static double timers(Site site) throws IOException, InterruptedException {
        double all = 0;
        try (var http = HttpClient.newHttpClient()) {
            for (int relay = 0; relay < site.stack().relays().size(); relay++) {
                URI metrics = site.stack().relays().get(relay).management().resolve("/q/metrics");
                String scrape = http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                all += scrape.lines()
                        .filter(line -> line.startsWith("trashpong_relay_timers_total"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum();
            }
        }
        return all;
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        visitor.enter(name);
        return visitor;
    }

    private static void end(Visitor leaves, Visitor stays) {
        leaves.leaveMatch();
        stays.await("You win");
        leaves.page().context().close();
        stays.page().context().close();
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String what, List<Double> values, String unit) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "figure: %s: %.1f %s (middle of %d), %.1f at worst%n",
                what,
                sorted.get(sorted.size() / 2),
                unit,
                sorted.size(),
                sorted.getLast());
    }
}
