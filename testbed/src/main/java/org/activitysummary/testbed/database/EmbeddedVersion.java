package org.activitysummary.testbed.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which PostgreSQL the embedded binaries are, as the build wrote it down; asking them would mean
 * unpacking them first.
 */
final class EmbeddedVersion {

  private static final String RESOURCE = "embedded-postgres.properties";

  private EmbeddedVersion() {}

  /** Returns the major version as PostgreSQL writes it into its data, such as {@code 18}. */
  static String major() {
    Properties properties = new Properties();
    try (InputStream stream = EmbeddedVersion.class.getResourceAsStream(RESOURCE)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the resource " + RESOURCE + " in the jar", e);
    }
    return properties.getProperty("version").replaceFirst("\\..*", "");
  }
}
