package org.activitysummary.evaluation.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The verdict of one check about one implementation.
 *
 * @param id of the check
 * @param requirement {@code R1} to {@code R9}
 * @param implementation name
 * @param verdict with expectations taken into account
 * @param observed the number that was judged; null if there is none
 * @param limit what it was held against; null if there is none
 * @param unit of observed, limit and interval; null if there is none
 * @param interval of the observed number; null if it has none
 * @param sentence one plain sentence
 * @param expectation why a failure was expected; null if it was not
 * @param evidence what else was seen, one line each
 */
public record CheckResult(
    String id,
    String requirement,
    String implementation,
    Verdict verdict,
    Double observed,
    Double limit,
    String unit,
    Interval interval,
    String sentence,
    @JsonInclude(JsonInclude.Include.NON_NULL) String expectation,
    List<String> evidence) {

  /**
   * A two-sided 95 % interval.
   *
   * @param low null if open
   * @param high null if open
   */
  public record Interval(Double low, Double high) {}

  /**
   * Returns this result as two draws give it.
   *
   * @param words one plain sentence that tells of both
   * @param lines what was seen in each
   */
  public CheckResult with(String words, List<String> lines) {
    return new CheckResult(
        id,
        requirement,
        implementation,
        verdict,
        observed,
        limit,
        unit,
        interval,
        words,
        expectation,
        lines);
  }

  static CheckResult of(
      Check check, String implementation, Finding finding, Verdict verdict, String expectation) {
    boolean hasInterval = finding.low() != null || finding.high() != null;
    return new CheckResult(
        check.id(),
        check.requirement(),
        implementation,
        verdict,
        finding.observed(),
        finding.limit(),
        finding.unit(),
        hasInterval ? new Interval(finding.low(), finding.high()) : null,
        finding.sentence(),
        expectation,
        finding.evidence());
  }
}
