package org.activitysummary.evaluation.check;

import java.util.List;

/**
 * What a check saw, before it is known whether a failure was expected.
 *
 * @param verdict {@code PASS}, {@code FAIL} or {@code INCONCLUSIVE}
 * @param observed the number that was judged; null if there is none
 * @param limit what it was held against; null if there is none
 * @param unit of both and of the interval; null if there is none
 * @param low lower end of the 95 % interval of {@code observed}; null if there is none
 * @param high upper end; null if there is none
 * @param sentence one plain sentence
 * @param evidence where to look, or what else was seen, one line each
 * @param failedFrom events of the smallest user at which it failed; null if it did not fail, or not
 *     at particular sizes
 */
public record Finding(
    Verdict verdict,
    Double observed,
    Double limit,
    String unit,
    Double low,
    Double high,
    String sentence,
    List<String> evidence,
    Integer failedFrom) {

  /** Keeps a copy of the evidence. */
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** A finding that is not about particular sizes. */
  public Finding(
      Verdict verdict,
      Double observed,
      Double limit,
      String unit,
      Double low,
      Double high,
      String sentence,
      List<String> evidence) {
    this(verdict, observed, limit, unit, low, high, sentence, evidence, null);
  }

  /** Returns a finding that could not be made. */
  public static Finding inconclusive(String sentence) {
    return new Finding(Verdict.INCONCLUSIVE, null, null, null, null, null, sentence, List.of());
  }

  /** Returns the finding about an implementation that could not be measured to the end. */
  static Finding brokenDown(String how) {
    return new Finding(
        Verdict.FAIL,
        null,
        null,
        null,
        null,
        null,
        "It broke down while it was measured: %s.".formatted(how),
        List.of());
  }

  /** Returns a finding about a count that has a limit and no uncertainty. */
  public static Finding counted(
      boolean passed, double observed, double limit, String unit, String sentence, List<String> e) {
    return new Finding(
        passed ? Verdict.PASS : Verdict.FAIL, observed, limit, unit, null, null, sentence, e);
  }
}
