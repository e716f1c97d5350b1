package org.activitysummary.testbed.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Everything a measured process needs: where to connect as the reader, and what to expect.
 *
 * <p>It travels in a file that only its owner may read, so that no password stands on a command
 * line. Reading it needs nothing but the JDK, so that it adds nothing to a small measured process.
 *
 * @param connection where to connect as the reader
 * @param users the seeded users, in the order of the dataset
 */
public record Target(ConnectionTarget connection, List<SeededUser> users) {

  /**
   * Keeps a copy of the users.
   *
   * @throws NullPointerException if anything is null
   */
  public Target {
    Objects.requireNonNull(connection, "connection");
    users = List.copyOf(users);
  }

  /**
   * Writes the target, replacing the file as a whole.
   *
   * @param file made readable and writable by its owner only
   * @throws TestbedException if the file cannot be written
   */
  public void write(Path file) {
    TargetFile.write(this, file);
  }

  /**
   * Returns the target that was written to a file.
   *
   * @param file written by {@link #write}
   * @return an equal target
   * @throws TestbedException if the file is missing, unreadable or holds something else
   */
  public static Target read(Path file) {
    return TargetFile.read(file);
  }

  /**
   * Returns the seeded user of a size.
   *
   * @param size in rows
   * @return the only user of that size
   * @throws TestbedException naming the sizes there are, if this is none of them
   */
  public SeededUser user(int size) {
    return users.stream()
        .filter(user -> user.size() == size)
        .findFirst()
        .orElseThrow(
            () ->
                new TestbedException(
                    "Expected a seeded user of %d rows but the sizes are %s; choose one of them"
                        .formatted(size, sizes())));
  }

  private String sizes() {
    return users.stream()
        .map(user -> Integer.toString(user.size()))
        .collect(Collectors.joining(", "));
  }
}
