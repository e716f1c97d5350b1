package org.activitysummary.testbed.target;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;

/** The file form of a {@link Target}: properties with a format line of their own. */
final class TargetFile {

  private static final String FORMAT_KEY = "format";
  private static final String FORMAT = "activity-summary-target-1";

  private TargetFile() {}

  static void write(Target target, Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Path draft =
          Files.createTempFile(absolute.getParent(), "target", ".tmp", ownerOnly(absolute));
      try {
        try (Writer writer = Files.newBufferedWriter(draft)) {
          toProperties(target).store(writer, "Holds a password. Written by activity-summary.");
        }
        Files.move(
            draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new TestbedException(
          "Expected to write the target file %s but: %s; choose a folder that you may write to"
              .formatted(absolute, e),
          e);
    }
  }

  static Target read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new TestbedException(
          "Expected a target file at %s but: %s; write one by starting an evaluation"
              .formatted(file, e),
          e);
    }
    if (!FORMAT.equals(properties.getProperty(FORMAT_KEY))) {
      throw new TestbedException(
          "Expected %s=%s in %s but found %s; the file is of another program or version"
              .formatted(FORMAT_KEY, FORMAT, file, properties.getProperty(FORMAT_KEY)));
    }
    try {
      return fromProperties(properties);
    } catch (IllegalArgumentException e) {
      throw new TestbedException(
          "Expected a complete target in %s but: %s; write it anew".formatted(file, e.getMessage()),
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Properties toProperties(Target target) {
    Properties properties = new Properties();
    properties.setProperty(FORMAT_KEY, FORMAT);
    properties.setProperty("jdbcUrl", target.connection().jdbcUrl());
    properties.setProperty("user", target.connection().user());
    properties.setProperty("password", target.connection().password());
    properties.setProperty("schema", target.connection().schema());
    properties.setProperty("users", Integer.toString(target.users().size()));
    for (int i = 0; i < target.users().size(); i++) {
      SeededUser user = target.users().get(i);
      UserActivitySummary expected = user.expected();
      String key = "user." + i + ".";
      properties.setProperty(key + "size", Integer.toString(user.size()));
      properties.setProperty(key + "userId", Long.toString(user.userId()));
      properties.setProperty(key + "rows", Long.toString(user.rows()));
      properties.setProperty(key + "distinctEvents", Long.toString(user.distinctEvents()));
      properties.setProperty(key + "click", Long.toString(expected.click()));
      properties.setProperty(key + "view", Long.toString(expected.view()));
      properties.setProperty(key + "purchase", Long.toString(expected.purchase()));
      properties.setProperty(key + "totalValue", expected.totalValue().toPlainString());
    }
    return properties;
  }

  private static Target fromProperties(Properties properties) {
    ConnectionTarget connection =
        new ConnectionTarget(
            text(properties, "jdbcUrl"),
            text(properties, "user"),
            text(properties, "password"),
            text(properties, "schema"));
    int count = Integer.parseInt(text(properties, "users"));
    List<SeededUser> users = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      users.add(user(properties, "user." + i + "."));
    }
    return new Target(connection, users);
  }

  private static SeededUser user(Properties properties, String key) {
    return new SeededUser(
        Integer.parseInt(text(properties, key + "size")),
        number(properties, key + "userId"),
        number(properties, key + "rows"),
        number(properties, key + "distinctEvents"),
        new UserActivitySummary(
            number(properties, key + "click"),
            number(properties, key + "view"),
            number(properties, key + "purchase"),
            new BigDecimal(text(properties, key + "totalValue"))));
  }

  private static long number(Properties properties, String key) {
    return Long.parseLong(text(properties, key));
  }

  private static String text(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
