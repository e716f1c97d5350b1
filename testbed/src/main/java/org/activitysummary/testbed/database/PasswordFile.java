package org.activitysummary.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.testbed.TestbedException;

/** A file that holds one password and nothing else, as container platforms mount secrets. */
final class PasswordFile {

  private PasswordFile() {}

  /**
   * Returns the first line.
   *
   * @throws TestbedException if there is none, or it cannot be read
   */
  static String read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(line -> !line.isEmpty())
          .orElseThrow(
              () ->
                  new TestbedException(
                      "Expected a password in the first line of %s but it is empty; write it there"
                          .formatted(file)));
    } catch (IOException e) {
      throw new TestbedException(
          "Expected a password in %s but: %s; name a file that you may read".formatted(file, e), e);
    }
  }
}
