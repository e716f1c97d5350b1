package org.activitysummary.evaluation.noise;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What else the machine did during one fork. Shares are of the time of all processors, 0 to 1.
 *
 * @param loadAverage of the last minute, at the end; null if unknown
 * @param foreignCpuShare time used by processes that are neither the evaluation's nor the server's;
 *     null if unknown
 * @param stealShare time that the hypervisor gave to others; null if unknown
 * @param pressureShare of the wall-clock time in which something waited for a processor, the
 *     evaluation's own processes included; null if unknown
 * @param contextSwitchesPerSecond of the whole machine; null if unknown
 * @param collectorMillis time that the collectors of the timed JVM took during the timed calls;
 *     null if unknown
 * @param contaminated whether foreign and stolen time together exceed {@link #TOLERATED_SHARE}
 * @param reason why something is missing; null when nothing is
 */
public record Noise(
    Double loadAverage,
    Double foreignCpuShare,
    Double stealShare,
    Double pressureShare,
    Double contextSwitchesPerSecond,
    Double collectorMillis,
    boolean contaminated,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** A tenth of the machine taken away can move a median by about as much. */
  public static final double TOLERATED_SHARE = 0.10;

  /** Returns the same with the time that the timed JVM's collectors took. */
  public Noise withCollectorMillis(double millis) {
    return new Noise(
        loadAverage,
        foreignCpuShare,
        stealShare,
        pressureShare,
        contextSwitchesPerSecond,
        millis,
        contaminated,
        reason);
  }

  /** Returns how much of the machine others took; 0 if unknown. */
  public double takenShare() {
    return (foreignCpuShare == null ? 0 : foreignCpuShare) + (stealShare == null ? 0 : stealShare);
  }
}
