package org.activitysummary.evaluation.check;

import java.util.Map;
import java.util.Optional;

/**
 * The failures that are foreseen, each with its reason: one place, so that nobody adds one quietly.
 */
public final class ExpectedFailures {

  private static final int ANY = 0;
  private static final int MILLION = 1_000_000;
  private static final int NONE = Integer.MAX_VALUE;

  private static final Map<String, Map<String, Expectation>> ALL =
      Map.of(
          "after",
          Map.of(
              "latency-target",
              new Expectation(
                  MILLION,
                  NONE,
                  "two cores that are slow or busy take longer than the limit for a million events;"
                      + " docs/QUERY.md says where the time goes and what was tried")),
          "before",
          Map.of(
              "latency-target",
              new Expectation(ANY, MILLION, "fetching a million rows takes longer than the limit"),
              "performance-benchmark",
              new Expectation(ANY, ANY, "it is what the others are compared with"),
              "memory-footprint",
              new Expectation(ANY, MILLION, "every event of the user is held in memory"),
              "scalability",
              new Expectation(ANY, MILLION, "memory grows with the number of events"),
              "load",
              new Expectation(
                  ANY, MILLION, "callers who fetch everything at once exhaust the heap")));

  private ExpectedFailures() {}

  /**
   * A failure that is foreseen.
   *
   * @param possibleFrom events of the smallest user at which failing is nothing new; a failure at a
   *     smaller one is a failure
   * @param certainFrom events of the smallest user that the implementation fails at on any machine;
   *     where none so large was measured, passing is nothing new
   * @param reason why
   */
  record Expectation(int possibleFrom, int certainFrom, String reason) {

    private boolean covers(Finding finding, int largest) {
      return finding.verdict() == Verdict.FAIL
          ? possibleFrom == ANY
              || finding.failedFrom() != null && finding.failedFrom() >= possibleFrom
          : largest >= certainFrom;
    }
  }

  /**
   * Returns why what was found is a matter of a foreseen failure; empty if it is not.
   *
   * @param implementation its name
   * @param check the check's id
   * @param finding what the check saw
   * @param largest events of the largest user that was measured
   */
  static Optional<String> reason(
      String implementation, String check, Finding finding, int largest) {
    return Optional.ofNullable(ALL.getOrDefault(implementation, Map.of()).get(check))
        .filter(expectation -> expectation.covers(finding, largest))
        .map(Expectation::reason);
  }

  /** Returns the verdict with the expectation taken into account. */
  static Verdict applied(Verdict found, boolean failureExpected) {
    if (!failureExpected) {
      return found;
    }
    return switch (found) {
      case FAIL -> Verdict.EXPECTED_FAIL;
      case PASS -> Verdict.UNEXPECTED_PASS;
      default -> found;
    };
  }
}
