package org.activitysummary.evaluation.statistics;

/**
 * The largest relative effect that the same implementation under two names may show in this run.
 *
 * <p>It is the far end of the control's interval, on either side: {@code floor = exp(max(|ln low|,
 * |ln high|)) - 1}. An effect that does not exceed it may be noise of the machine or a bias of the
 * harness.
 *
 * @param control the ratio of the implementation to itself
 * @param floor relative effect, at least 0; null when the control has no interval
 */
public record NoiseFloor(RatioEstimate control, Double floor) {

  /**
   * Returns the floor of a run.
   *
   * @param control the ratio of the implementation to itself
   */
  public static NoiseFloor of(RatioEstimate control) {
    if (!control.hasInterval()) {
      return new NoiseFloor(control, null);
    }
    double end = Math.max(Math.abs(Math.log(control.low())), Math.abs(Math.log(control.high())));
    return new NoiseFloor(control, Math.expm1(end));
  }

  /**
   * Returns whether an effect is above the floor; never when the floor is unknown.
   *
   * @param ratio above 0; 0.5 and 2 are the same effect
   * @throws IllegalArgumentException if the ratio is not above 0
   */
  public boolean isExceededBy(double ratio) {
    if (!(ratio > 0)) {
      throw new IllegalArgumentException("a ratio is above 0, found " + ratio);
    }
    return floor != null && Math.max(ratio, 1 / ratio) - 1 > floor;
  }

  /**
   * Returns whether the control differs from itself, which points at a harness that favours one
   * name; expected by chance in as many runs as the interval's error says.
   */
  public boolean isBiased() {
    return control.hasInterval() && (control.low() > 1 || control.high() < 1);
  }
}
