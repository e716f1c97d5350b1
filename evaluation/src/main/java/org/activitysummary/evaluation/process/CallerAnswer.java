package org.activitysummary.evaluation.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a calling process: a word, then numbers and texts by name.
 *
 * @param numbers by name
 * @param texts by name; whatever is no whole number
 */
public record CallerAnswer(Map<String, Long> numbers, Map<String, String> texts) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  /** Returns a number if the process named it. */
  public Optional<Long> optional(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  static CallerAnswer parse(String line) {
    Map<String, Long> numbers = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (String word : line.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String name = word.substring(0, equals);
        String value = word.substring(equals + 1);
        if (NUMBER.matcher(value).matches()) {
          numbers.put(name, Long.valueOf(value));
        } else {
          texts.put(name, value);
        }
      }
    }
    return new CallerAnswer(Map.copyOf(numbers), Map.copyOf(texts));
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
