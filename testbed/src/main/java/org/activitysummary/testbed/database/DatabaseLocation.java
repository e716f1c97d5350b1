package org.activitysummary.testbed.database;

import java.nio.file.Path;
import java.util.Map;
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

    /** The pinned default: the version of the embedded server, on glibc as that one. */
    public static final String DEFAULT_IMAGE = "postgres:18.6";

    /** Names another image, for a registry or a version of one's own. */
    public static final String IMAGE_VARIABLE = "ACTIVITY_SUMMARY_POSTGRES_IMAGE";

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
   * @param pooler the URL of a connection pooler that the implementations go through, empty for
   *     none; the testbed itself goes to the server
   * @param passwordFile whose first line is the password of the URL's role, null for none
   */
  record External(String url, String pooler, Path passwordFile) implements DatabaseLocation {

    /** Checks that there is a URL. */
    public External {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(pooler, "pooler");
    }

    /** Names a server that is reached directly, its password in the URL or the environment. */
    public External(String url) {
      this(url, "", null);
    }

    /** Returns the server without the query, which may hold a password. */
    @Override
    public String toString() {
      return "External[url=" + url.replaceFirst("\\?.*", "") + "]";
    }
  }

  /**
   * Returns the location that a command line names; the environment may name the image.
   *
   * @param text as in {@link #parse(String, Map)}
   * @return the location, not opened yet
   * @throws TestbedException if the text is no location
   */
  static DatabaseLocation parse(String text) {
    return parse(text, System.getenv());
  }

  /**
   * Returns the location that a command line names.
   *
   * @param text {@code embedded}, {@code testcontainers}, {@code testcontainers:<image>} or {@code
   *     jdbc:postgresql://...}
   * @param environment may name the image of {@code testcontainers}
   * @return the location, not opened yet
   * @throws TestbedException if the text is none of these
   */
  static DatabaseLocation parse(String text, Map<String, String> environment) {
    String location = text.strip();
    if (location.equals("embedded")) {
      return new Embedded();
    }
    if (location.equals("testcontainers")) {
      return new Container(
          environment.getOrDefault(Container.IMAGE_VARIABLE, Container.DEFAULT_IMAGE));
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
