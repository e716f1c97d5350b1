package org.activitysummary.alternatives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A {@code .sql} resource with variables as {@code psql} writes them. */
record Script(String text) {

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

  /** Returns the SQL with the user spelled out, so that it is planned for that user. */
  String forUser(long userId) {
    return with("user_id", Long.toString(userId)).text;
  }

  /** Returns the SQL with a parameter in place of the user. */
  String prepared() {
    return text.replace(":'user_id'", "?");
  }

  /** Returns this script with a value, free of quotes, in place of a variable. */
  Script with(String variable, String value) {
    return new Script(text.replace(":'" + variable + "'", "'" + value + "'"));
  }

  /** Returns this script followed by another. */
  Script then(Script next) {
    return new Script(text + next.text);
  }
}
