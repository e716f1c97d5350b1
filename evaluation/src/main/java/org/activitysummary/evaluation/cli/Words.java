package org.activitysummary.evaluation.cli;

import java.util.List;

/** The values of an option that takes several. */
final class Words {

  private Words() {}

  /** Returns the values without blanks around them and without empty ones; null gives none. */
  static List<String> of(List<String> values) {
    return values == null
        ? List.of()
        : values.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }
}
