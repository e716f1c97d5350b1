package org.activitysummary.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The timed calls of one fork in nanoseconds, in the order they were made.
 *
 * <p>JMH's own sample buffer rounds each value down by up to 0.2 %, too coarse to decide on a
 * limit; this file keeps what the clock said. Format: 8 bytes with the milliseconds that the
 * collector took meanwhile, a 4-byte count, then as many 8-byte values, big-endian.
 */
public final class SampleFile {

  /** System property of a fork that names the file to write; absent when nobody asked. */
  public static final String PROPERTY = "activitysummary.samples";

  private SampleFile() {}

  /** Returns the file of one of several that take turns, beside the one that was named. */
  public static Path ofTurn(Path named, int index) {
    return named.resolveSibling(named.getFileName() + "." + index);
  }

  /**
   * What a file holds.
   *
   * @param nanos durations in the order of the calls
   * @param collectorMillis time that the JVM's collectors took while they were made
   */
  public record Samples(long[] nanos, long collectorMillis) {}

  /**
   * Writes the first {@code count} values and the collector's time.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, long[] nanos, int count, long collectorMillis) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(collectorMillis);
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        out.writeLong(nanos[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the samples to " + file, e);
    }
  }

  /**
   * Returns the values of a file that {@link #write} finished.
   *
   * @throws UncheckedIOException if the file is missing or cut short
   */
  public static Samples read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long collectorMillis = in.readLong();
      long[] nanos = new long[in.readInt()];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = in.readLong();
      }
      return new Samples(nanos, collectorMillis);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the samples in " + file, e);
    }
  }
}
