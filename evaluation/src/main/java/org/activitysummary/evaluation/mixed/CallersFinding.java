package org.activitysummary.evaluation.mixed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.activitysummary.evaluation.check.Verdict;

/**
 * What happens when many callers ask about users of all sizes at once, each again as soon as it is
 * answered.
 *
 * @param callers each with a connection
 * @param rounds each implementation had one of each, with the same calls in the same order
 * @param callsPerRound as many about each user
 * @param implementations in the order asked
 * @param throughput the first one's beside each of the others'
 */
public record CallersFinding(
    int callers,
    int rounds,
    int callsPerRound,
    List<Served> implementations,
    List<Throughput> throughput) {

  /** Keeps copies. */
  public CallersFinding {
    implementations = List.copyOf(implementations);
    throughput = List.copyOf(throughput);
  }

  /**
   * How one implementation fared.
   *
   * @param implementation its name
   * @param answered calls that were answered, right or wrong
   * @param errors calls that failed
   * @param wrong answers that were wrong
   * @param firstError what the first failure said; absent without any
   * @param callsPerSecond median over rounds of calls by the time the round took
   * @param times of the answered calls, by size
   * @param server what the server counted during its rounds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Served(
      String implementation,
      int answered,
      int errors,
      int wrong,
      String firstError,
      double callsPerSecond,
      List<Times> times,
      ServerCounts server) {

    /** Keeps a copy. */
    public Served {
      times = List.copyOf(times);
    }

    /** Returns whether every call was answered, and rightly where that is to be expected. */
    boolean sound() {
      return errors == 0 && wrong == 0;
    }
  }

  /**
   * Calls per second of one implementation by those of another, paired by round.
   *
   * @param subject in the numerator
   * @param reference in the denominator
   * @param ratio above 1 where the subject serves more; null if unknown
   * @param low lower end of the 95 % interval; null if unknown
   * @param high upper end; null if unknown
   * @param rounds that were paired
   * @param goal least ratio that was aimed at; absent if none was
   * @param verdict whether the whole interval reaches it; absent without a goal
   * @param reason why something is missing; absent when nothing is
   */
  public record Throughput(
      String subject,
      String reference,
      Double ratio,
      Double low,
      Double high,
      int rounds,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double goal,
      @JsonInclude(JsonInclude.Include.NON_NULL) Verdict verdict,
      @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
}
