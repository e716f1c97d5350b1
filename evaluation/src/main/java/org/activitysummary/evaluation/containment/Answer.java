package org.activitysummary.evaluation.containment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivitySummary;

/**
 * What came of one call.
 *
 * @param outcome how it ended
 * @param click of the summary, else 0
 * @param view of the summary, else 0
 * @param purchase of the summary, else 0
 * @param totalValue of the summary in plain digits, else null
 * @param failure what was thrown, or how the process ended; null if neither
 * @param nanos duration of the call
 * @param connectionsKept connections of the pool that were not given back
 * @param notices what the server said meanwhile, if it was asked to explain
 */
public record Answer(
    Outcome outcome,
    long click,
    long view,
    long purchase,
    String totalValue,
    String failure,
    long nanos,
    int connectionsKept,
    List<String> notices) {

  /** How a call can end. */
  public enum Outcome {
    /** With a summary. */
    SUMMARY,
    /** With null, which the contract forbids. */
    NULL,
    /** With the one exception of the contract. */
    REFUSED,
    /** With any other exception or error. */
    THREW,
    /** Not at all: the process ended, or had to be ended. */
    BROKE_DOWN
  }

  /** More of a message than anybody reads. */
  private static final int MOST_CHARACTERS = 500;

  /** Keeps a copy of the notices. */
  public Answer {
    notices = List.copyOf(notices);
  }

  static Answer of(UserActivitySummary summary, long nanos) {
    return summary == null
        ? new Answer(Outcome.NULL, 0, 0, 0, null, null, nanos, 0, List.of())
        : new Answer(
            Outcome.SUMMARY,
            summary.click(),
            summary.view(),
            summary.purchase(),
            summary.totalValue().toPlainString(),
            null,
            nanos,
            0,
            List.of());
  }

  static Answer failed(Throwable thrown) {
    Outcome outcome = thrown instanceof UserActivityException ? Outcome.REFUSED : Outcome.THREW;
    return new Answer(outcome, 0, 0, 0, null, inOneLine(thrown), 0, 0, List.of());
  }

  /** An exception is part of the implementation, and so is what it says. */
  private static String inOneLine(Throwable thrown) {
    try {
      String text = String.valueOf(thrown).replaceAll("\\s*\\R\\s*", " ");
      return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    } catch (RuntimeException | Error e) {
      return thrown.getClass().getName();
    }
  }

  static Answer brokenDown(String how) {
    return new Answer(Outcome.BROKE_DOWN, 0, 0, 0, null, how, 0, 0, List.of());
  }

  Answer with(int kept, List<String> heard) {
    return new Answer(outcome, click, view, purchase, totalValue, failure, nanos, kept, heard);
  }

  /** Returns the summary; null if there is none. */
  @JsonIgnore
  public UserActivitySummary summary() {
    return outcome == Outcome.SUMMARY
        ? new UserActivitySummary(click, view, purchase, new BigDecimal(totalValue))
        : null;
  }

  /** Returns the answer, or why there is none, in words. */
  @JsonIgnore
  public String words() {
    return switch (outcome) {
      case SUMMARY -> "the answer is " + summary();
      case NULL -> "the answer is null";
      case REFUSED, THREW -> "it threw " + failure;
      case BROKE_DOWN -> failure;
    };
  }
}
