package org.activitysummary.after;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A {@code .sql} resource whose variables are written the way {@code psql} writes them, so that the
 * file runs there as it is.
 */
record Script(String text) {

  private static final String USER_ID = ":'user_id'";

  /**
   * Returns the script as it stands in the resource.
   *
   * @param resource name of a file beside this class
   * @throws IllegalStateException if the jar lacks it
   */
  static Script load(String resource) {
    try (InputStream in = Script.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected " + resource + " beside " + Script.class + " but it is missing: build again");
      }
      return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns this script with a number in place of a variable. */
  Script with(String variable, int value) {
    return new Script(text.replace(":" + variable, Integer.toString(value)));
  }

  /** Returns this script with another one before it. */
  Script after(Script other) {
    return new Script(other.text + text);
  }

  /** Returns the SQL with parameters in place of the user. */
  String prepared() {
    return text.replace(USER_ID, "?");
  }

  /** Returns how often the user stands in it. */
  int parameters() {
    return text.split(USER_ID, -1).length - 1;
  }
}
