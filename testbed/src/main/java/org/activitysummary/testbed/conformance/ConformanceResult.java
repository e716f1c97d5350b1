package org.activitysummary.testbed.conformance;

import java.util.Objects;
import org.activitysummary.contract.UserActivitySummary;

/**
 * What an implementation made of one case.
 *
 * @param conformanceCase the case asked
 * @param answer the answer, or null when it threw
 * @param failure what was thrown, or null when it answered
 */
public record ConformanceResult(
    ConformanceCase conformanceCase, UserActivitySummary answer, RuntimeException failure) {

  /**
   * Checks that there is a case.
   *
   * @throws NullPointerException if {@code conformanceCase} is null
   */
  public ConformanceResult {
    Objects.requireNonNull(conformanceCase, "conformanceCase");
  }

  /**
   * Says whether the answer is the expected one.
   *
   * @return false also when it threw or answered null
   */
  public boolean passed() {
    return conformanceCase.expected().equals(answer);
  }

  /**
   * Returns the finding in words.
   *
   * @return one line: the case, and unless it passed what was expected, found, and why it matters
   */
  public String sentence() {
    if (passed()) {
      return conformanceCase.name() + ": as expected";
    }
    return "%s: expected %s but %s (%s)"
        .formatted(
            conformanceCase.name(), conformanceCase.expected(), found(), conformanceCase.why());
  }

  private String found() {
    return failure == null
        ? "found " + answer
        : "it failed: " + failure.toString().replaceAll("\\s*\\R\\s*", " ");
  }
}
