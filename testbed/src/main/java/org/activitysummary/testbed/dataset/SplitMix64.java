package org.activitysummary.testbed.dataset;

/**
 * Steele, Lea and Flood's SplitMix64, written out so that the same seed gives the same rows on
 * every JDK, now and later.
 */
final class SplitMix64 {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  /** Returns the next 64 bits. */
  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * Returns a number from 0 to {@code bound - 1}.
   *
   * @param bound from 1 to 2^31; the bias of at most bound / 2^32 does not matter here
   */
  long below(long bound) {
    return scaled(next(), bound);
  }

  /** Returns the {@code n}-th value of a stream without going through the ones before it. */
  static long at(long seed, long n) {
    return mix(seed + n * GOLDEN_GAMMA);
  }

  /** Maps the upper 32 bits to 0 up to {@code bound - 1}. */
  static long scaled(long bits, long bound) {
    return ((bits >>> 32) * bound) >>> 32;
  }

  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
