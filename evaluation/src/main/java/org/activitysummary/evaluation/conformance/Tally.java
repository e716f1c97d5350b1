package org.activitysummary.evaluation.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * Right and wrong answers.
 *
 * @param asked answers asked for
 * @param right answers that equal the expected ones
 * @param failures the first few wrong ones, a sentence each
 */
public record Tally(int asked, int right, List<String> failures) {

  /** More sentences than anybody reads. */
  private static final int MOST_FAILURES = 5;

  /** Longer than any sentence but those that quote numbers of a hundred thousand digits. */
  private static final int MOST_CHARACTERS = 400;

  /** Nothing asked yet. */
  public static final Tally NONE = new Tally(0, 0, List.of());

  /** Returns this with one right answer more. */
  public Tally plusRight() {
    return new Tally(asked + 1, right + 1, failures);
  }

  /** Returns this with one wrong answer more. */
  public Tally plusWrong(String sentence) {
    List<String> all = new ArrayList<>(failures);
    if (all.size() < MOST_FAILURES) {
      all.add(shortened(sentence));
    }
    return new Tally(asked + 1, right, List.copyOf(all));
  }

  private static String shortened(String sentence) {
    return sentence.length() <= MOST_CHARACTERS
        ? sentence
        : sentence.substring(0, MOST_CHARACTERS) + "…";
  }

  /** Returns both together. */
  public Tally plus(Tally other) {
    List<String> all = new ArrayList<>(failures);
    other.failures.stream().limit(MOST_FAILURES - all.size()).forEach(all::add);
    return new Tally(asked + other.asked, right + other.right, List.copyOf(all));
  }

  /** Returns whether something was asked and all of it answered right. */
  public boolean passed() {
    return asked > 0 && right == asked;
  }
}
