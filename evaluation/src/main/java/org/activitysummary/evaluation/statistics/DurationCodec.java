package org.activitysummary.evaluation.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Writes durations as one line of text and back, without loss and in their order: each as an
 * unsigned LEB128 number of nanoseconds (seven bits a byte, lowest first, the eighth bit set where
 * more follow), all of them in a zlib stream (RFC 1950), that in Base64.
 */
public final class DurationCodec {

  /** No fork makes as many calls; a longer text was not written by this program. */
  private static final int MOST_DURATIONS = 20_000_000;

  private static final int PAYLOAD_BITS = 7;
  private static final int PAYLOAD = 0x7f;
  private static final int MORE = 0x80;

  private DurationCodec() {}

  /**
   * Returns the durations as text.
   *
   * @param nanos at least 0 each; may be empty
   * @throws IllegalArgumentException if one is negative
   */
  public static String encode(long[] nanos) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (long duration : nanos) {
        write(duration, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * Returns the durations of a text, in nanoseconds.
   *
   * @param text as written by {@link #encode}
   * @throws IllegalArgumentException if it is not such a text
   */
  public static long[] decode(String text) {
    Objects.requireNonNull(text, "text");
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      long[] nanos = new long[1024];
      int count = 0;
      for (int first = in.read(); first >= 0; first = in.read()) {
        if (count == MOST_DURATIONS) {
          throw new IOException("more than %d durations".formatted(MOST_DURATIONS));
        }
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = read(first, in);
      }
      return Arrays.copyOf(nanos, count);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected durations as LEB128 numbers, deflated, in Base64, found something else: "
              + e.getMessage(),
          e);
    }
  }

  private static void write(long duration, OutputStream out) throws IOException {
    if (duration < 0) {
      throw new IllegalArgumentException("a duration is at least 0 ns, found " + duration);
    }
    long rest = duration;
    while (rest > PAYLOAD) {
      out.write((int) (rest & PAYLOAD) | MORE);
      rest >>>= PAYLOAD_BITS;
    }
    out.write((int) rest);
  }

  private static long read(int first, InputStream in) throws IOException {
    long duration = first & PAYLOAD;
    int last = first;
    for (int shift = PAYLOAD_BITS; (last & MORE) != 0; shift += PAYLOAD_BITS) {
      last = in.read();
      if (last < 0) {
        throw new EOFException("it ends within a number");
      }
      if (shift >= Long.SIZE - 1) {
        throw new IOException("a number of more than 63 bits");
      }
      duration |= (long) (last & PAYLOAD) << shift;
    }
    return duration;
  }
}
