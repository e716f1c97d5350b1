package org.activitysummary.benchmarks.plan;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The plans of one fork, as it hands them over: a properties file with {@code 0.sql}, {@code
 * 0.plan}, {@code 1.sql} and so on, and {@code failure} where there was one.
 */
public final class PlanFile {

  /** System property of a fork that names the file to write; absent when nobody asked. */
  public static final String PROPERTY = "activitysummary.plans";

  private static final String FAILURE = "failure";

  private PlanFile() {}

  /**
   * What a file holds.
   *
   * @param plans in the order of the statements; empty after a failure
   * @param failure why there are none; null if they could be had
   */
  public record Plans(List<TakenPlan> plans, String failure) {

    /** Returns none, with the reason. */
    public static Plans failed(String why) {
      return new Plans(List.of(), why);
    }
  }

  /**
   * Writes plans, or why there are none.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Plans plans) {
    Properties lines = new Properties();
    for (int i = 0; i < plans.plans().size(); i++) {
      lines.setProperty(i + ".sql", plans.plans().get(i).sql());
      lines.setProperty(i + ".plan", plans.plans().get(i).plan());
    }
    if (plans.failure() != null) {
      lines.setProperty(FAILURE, plans.failure());
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      lines.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the plans to " + file, e);
    }
  }

  /**
   * Returns what was written.
   *
   * @throws UncheckedIOException if the file is missing
   */
  public static Plans read(Path file) {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the plans in " + file, e);
    }
    List<TakenPlan> plans = new ArrayList<>();
    for (int i = 0; lines.containsKey(i + ".sql"); i++) {
      plans.add(new TakenPlan(lines.getProperty(i + ".sql"), lines.getProperty(i + ".plan")));
    }
    return new Plans(plans, lines.getProperty(FAILURE));
  }
}
