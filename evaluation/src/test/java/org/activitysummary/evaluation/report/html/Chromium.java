package org.activitysummary.evaluation.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Chromium without a window and without network, each call in a profile of its own. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int MOST_SECONDS = 60;

  private final Path program;
  private final Path folder;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Returns the browser of this machine; empty if it has none.
   *
   * @param folder for profiles and output
   */
  static Optional<Chromium> find(Path folder) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .flatMap(path -> NAMES.stream().map(Path.of(path)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program, folder));
  }

  /** What the browser printed. */
  record Output(String dom, String log) {}

  /** Returns the page's DOM after its scripts ran, and what the console said. */
  Output dom(Path page) throws IOException, InterruptedException {
    return run(page, "--dump-dom", "--enable-logging=stderr", "--v=0");
  }

  /** Writes what the page looks like. */
  void screenshot(Path page, Path png, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    options.add("--screenshot=" + png.toAbsolutePath());
    options.add("--window-size=%d,%d".formatted(width, height));
    options.add("--hide-scrollbars");
    if (dark) {
      options.add("--blink-settings=preferredColorScheme=0");
    }
    run(page, options.toArray(String[]::new));
  }

  /** Writes what the page looks like on paper. */
  void print(Path page, Path pdf) throws IOException, InterruptedException {
    run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf.toAbsolutePath());
  }

  private Output run(Path page, String... options) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(folder, "chromium");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + work.resolve("profile"),
            "--virtual-time-budget=3000"));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not end: " + Files.readString(err));
    }
    return new Output(
        Files.readString(out), new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
  }
}
