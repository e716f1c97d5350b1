package org.activitysummary.benchmarks.ask;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Whom to ask, and about whom. Read without a library, which would weigh more than the question.
 *
 * @param target file with the connection and the expected answers
 * @param implementation name
 * @param size rows of the seeded user
 * @param expectOutOfMemory whether running out of memory is what should happen
 */
record Question(Path target, String implementation, int size, boolean expectOutOfMemory) {

  private static final String EXPECTATION = "--expect-out-of-memory";
  private static final List<String> OPTIONS = List.of("--target", "--implementation", "--size");
  private static final String USAGE =
      "expected --target FILE --implementation NAME --size ROWS [" + EXPECTATION + "] but ";

  /**
   * Returns what a command line asks.
   *
   * @throws IllegalArgumentException saying what is missing, unknown or no number
   */
  static Question parse(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    boolean expectation = false;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (name.equals(EXPECTATION)) {
        expectation = true;
      } else if (OPTIONS.contains(name) && rest.hasNext()) {
        values.put(name, rest.next());
      } else {
        throw new IllegalArgumentException(USAGE + "found '" + name + "'");
      }
    }
    for (String option : OPTIONS) {
      if (!values.containsKey(option)) {
        throw new IllegalArgumentException(USAGE + option + " is missing");
      }
    }
    return new Question(
        Path.of(values.get("--target")),
        values.get("--implementation"),
        size(values.get("--size")),
        expectation);
  }

  private static int size(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(USAGE + "--size is '" + text + "'", e);
    }
  }
}
