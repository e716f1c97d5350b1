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
 * limit; this file keeps what the clock said. Format: a 4-byte count, then as many 8-byte values,
 * big-endian.
 */
public final class SampleFile {

  /** System property of a fork that names the file to write; absent when nobody asked. */
  public static final String PROPERTY = "activitysummary.samples";

  private SampleFile() {}

  /**
   * Writes the first {@code count} values.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, long[] nanos, int count) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
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
  public static long[] read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long[] nanos = new long[in.readInt()];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = in.readLong();
      }
      return nanos;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the samples in " + file, e);
    }
  }
}
