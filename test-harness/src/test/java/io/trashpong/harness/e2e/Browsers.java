package io.trashpong.harness.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium to test in: that of {@code CHROME_BIN} or of the PATH; where there is none, Debian's is installed when that is
 * allowed, else Playwright brings its own.
 */
final class Browsers implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers launch() {
        Optional<Path> chromium = find().or(Browsers::installDebians);
        if (chromium.isEmpty()) {
            System.out.println("no Chromium here; Playwright brings its own");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classes = System.getProperty("java.class.path");
            run(java, "-cp", classes, "com.microsoft.playwright.CLI", "install", "--with-deps", "chromium");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        chromium.ifPresent(options::setExecutablePath);
        return new Browsers(playwright, playwright.chromium().launch(options));
    }

    /** A person of their own: no cookie or storage shared with another. */
    Visitor visitor(String url) {
        return Visitor.arrive(browser, url, new Browser.NewContextOptions().setViewportSize(1_000, 700));
    }

    /** A person with a phone, held upright. */
    Visitor phone(String url) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true);
        return Visitor.arrive(browser, url, options);
    }

    FreezablePage freezablePage(String url) {
        return FreezablePage.open(browser, url);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROME_BIN")).map(Path::of);
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        Stream<Path> application = Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
        return Stream.of(named, onPath, application)
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installDebians() {
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        System.out.println("no Chromium here; installing Debian's: apt-get install -y chromium");
        // Another installation that runs just now is waited for.
        run("/bin/sh", "-c", "apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=120 chromium");
        return find();
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.inputReader().lines().forEach(System.out::println);
            int result = process.waitFor();
            if (result != 0) {
                System.out.println(command[0] + " ended with " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
