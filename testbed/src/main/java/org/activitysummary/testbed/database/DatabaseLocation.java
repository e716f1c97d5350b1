package org.activitysummary.testbed.database;

import java.nio.file.Path;
import java.util.Objects;
import org.activitysummary.testbed.TestbedException;

/** Where the database comes from, as said on the command line. */
public sealed interface DatabaseLocation {

  /** A server of our own from the binaries on the class path; needs nothing installed. */
  record Embedded() implements DatabaseLocation {}

  /**
   * An embedded server whose data outlives it, so that the next run need not load them again.
   *
   * @param directory made if necessary; one run at a time uses it
   */
  record Kept(Path directory) implements DatabaseLocation {

    /** Checks that there is a folder. */
    public Kept {
      Objects.requireNonNull(directory, "directory");
    }
  }

  /**
   * A server of our own in a container; needs Docker.
   *
   * @param image name and tag of a PostgreSQL image, not blank
   */
  record Container(String image) implements DatabaseLocation {

    /** The pinned default: the major version of the embedded server. */
    public static final String DEFAULT_IMAGE = "postgres:18.1-alpine";

    /**
     * Checks that an image is named.
     *
     * @throws TestbedException if {@code image} is blank
     */
    public Container {
      if (image.isBlank()) {
        throw new TestbedException(
            "Expected an image after \"testcontainers:\" but found none; write testcontainers or"
                + " testcontainers:"
                + DEFAULT_IMAGE);
      }
    }
  }

  /**
   * Somebody else's server, which is only borrowed.
   *
   * @param url a PostgreSQL JDBC URL, with or without credentials in its query
   */
  record External(String url) implements DatabaseLocation {

    /** Checks that there is a URL. */
    public External {
      Objects.requireNonNull(url, "url");
    }

    /** Returns the server without the query, which may hold a password. */
    @Override
    public String toString() {
      return "External[url=" + url.replaceFirst("\\?.*", "") + "]";
    }
  }

  /**
   * Returns the location that a command line names.
   *
   * @param text {@code embedded}, {@code testcontainers}, {@code testcontainers:<image>} or {@code
   *     jdbc:postgresql://...}
   * @return the location, not opened yet
   * @throws TestbedException if the text is none of these
   */
  static DatabaseLocation parse(String text) {
    String location = text.strip();
    if (location.equals("embedded")) {
      return new Embedded();
    }
    if (location.equals("testcontainers")) {
      return new Container(Container.DEFAULT_IMAGE);
    }
    if (location.startsWith("testcontainers:")) {
      return new Container(location.substring("testcontainers:".length()));
    }
    if (location.startsWith("jdbc:postgresql:")) {
      return new External(location);
    }
    throw new TestbedException(
        ("Expected a database that is embedded, testcontainers, testcontainers:<image> or"
                + " jdbc:postgresql://host:port/database but found \"%s\"; embedded needs nothing"
                + " installed")
            .formatted(location));
  }
}
