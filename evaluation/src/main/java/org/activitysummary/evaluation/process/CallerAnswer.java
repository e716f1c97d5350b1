package org.activitysummary.evaluation.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a calling process: a word, then numbers by name.
 *
 * @param numbers by name
 */
public record CallerAnswer(Map<String, Long> numbers) {

  /** Returns a number if the process named it. */
  public Optional<Long> optional(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  static CallerAnswer parse(String line) {
    Map<String, Long> numbers = new HashMap<>();
    for (String word : line.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        numbers.put(word.substring(0, equals), Long.valueOf(word.substring(equals + 1)));
      }
    }
    return new CallerAnswer(Map.copyOf(numbers));
  }

  /**
   * Returns a number.
   *
   * @throws IllegalStateException if the process did not name it
   */
  public long number(String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException(
          "The calling process did not say '%s' but %s".formatted(name, numbers));
    }
    return number;
  }
}
