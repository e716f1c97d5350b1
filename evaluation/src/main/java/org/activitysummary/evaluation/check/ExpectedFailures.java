package org.activitysummary.evaluation.check;

import java.util.Map;
import java.util.Optional;

/**
 * The failures that are foreseen, each with its reason: one place, so that nobody adds one quietly.
 */
public final class ExpectedFailures {

  private static final Map<String, Map<String, String>> REASONS =
      Map.of(
          "after",
          Map.of(
              "latency-target",
              "a call about a million events takes about 0.2 s on two cores; docs/QUERY.md says where"
                  + " the time goes and what was tried"),
          "before",
          Map.of(
              "latency-target", "fetching a million rows takes longer than the limit",
              "performance-benchmark", "it is what the others are compared with",
              "memory-footprint", "every event of the user is held in memory",
              "scalability", "memory grows with the number of events",
              "load", "callers who fetch everything at once exhaust the heap"));

  private ExpectedFailures() {}

  /** Returns why this implementation is expected to fail this check; empty if it is not. */
  public static Optional<String> reason(String implementation, String check) {
    return Optional.ofNullable(REASONS.getOrDefault(implementation, Map.of()).get(check));
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
