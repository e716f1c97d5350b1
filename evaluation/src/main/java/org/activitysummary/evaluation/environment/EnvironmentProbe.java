package org.activitysummary.evaluation.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;
import org.activitysummary.evaluation.latency.BenchmarkFlags;
import org.activitysummary.evaluation.process.CallerFlags;
import org.activitysummary.testbed.database.Database;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

/** Finds out where the program runs. */
public final class EnvironmentProbe {

  private static final String GIT_PROPERTIES = "/git.properties";

  private EnvironmentProbe() {}

  /** Returns the surroundings, the server's included. */
  public static Environment take(Database database) {
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    return new Environment(
        hardware.getProcessor().getProcessorIdentifier().getName().strip(),
        Runtime.getRuntime().availableProcessors(),
        hardware.getMemory().getTotal(),
        "%s, %s".formatted(system.getOperatingSystem(), System.getProperty("os.arch")),
        "%s %s %s"
            .formatted(
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.name"),
                Runtime.version()),
        BenchmarkFlags.ofThisJvm(),
        CallerFlags.ALL,
        new Environment.Postgres(
            database.kind(), database.version(), null, new TreeMap<>(database.settings())),
        git(),
        null);
  }

  private static Environment.Git git() {
    Properties properties = new Properties();
    try (InputStream in = EnvironmentProbe.class.getResourceAsStream(GIT_PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + GIT_PROPERTIES, e);
    }
    String commit = properties.getProperty("git.commit.id.full", "");
    return commit.isBlank()
        ? new Environment.Git(null, null, "built outside a git repository")
        : new Environment.Git(commit, Boolean.valueOf(properties.getProperty("git.dirty")), null);
  }
}
