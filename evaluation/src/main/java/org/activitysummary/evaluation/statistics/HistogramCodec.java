package org.activitysummary.evaluation.statistics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Writes all times of a sample as one line of text and back: an HdrHistogram of 3 significant
 * digits in its compressed V2 encoding, as Base64, which the ports to other languages read.
 *
 * <p>For showing and merging. A histogram reports the highest value of a bucket, up to 0.1 % above
 * what was recorded, so verdicts are made from the times themselves.
 */
public final class HistogramCodec {

  /** Longest time that can be written, in nanoseconds: one hour. */
  public static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

  private static final int SIGNIFICANT_DIGITS = 3;

  private HistogramCodec() {}

  /**
   * Returns the sample as text.
   *
   * @param sample none of its times above {@link #LONGEST_NANOS}
   * @throws IllegalArgumentException if one is
   */
  public static String encode(LatencySample sample) {
    if (sample.max() > LONGEST_NANOS) {
      throw new IllegalArgumentException(
          "a histogram holds times up to %d ns (1 h), found %d ns"
              .formatted(LONGEST_NANOS, sample.max()));
    }
    Histogram histogram = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    for (int rank = 1; rank <= sample.size(); rank++) {
      histogram.recordValue(sample.atRank(rank));
    }
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * Returns the histogram of a text, in nanoseconds.
   *
   * @param text as written by {@link #encode}
   * @throws IllegalArgumentException if it is not such a text; the cause says more
   */
  public static Histogram decode(String text) {
    Objects.requireNonNull(text, "text");
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Histogram.decodeFromCompressedByteBuffer(buffer, LONGEST_NANOS);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException(
          "expected a compressed HdrHistogram as Base64, found \"%s\"".formatted(shortened(text)),
          e);
    }
  }

  private static String shortened(String text) {
    int shown = 20;
    return text.length() <= shown ? text : text.substring(0, shown) + "...";
  }
}
