package org.activitysummary.testbed.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.testbed.TestbedException;

/**
 * A folder that keeps a server's data between runs, closed to everybody else and locked while in
 * use.
 *
 * <p>The lock is the operating system's, so it ends with the process that holds it, however that
 * ends.
 */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String DATA = "data";
  private static final String PASSWORD = "password";

  /** PostgreSQL's own file, without which it does not start. */
  private static final String VERSION = "PG_VERSION";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Returns the folder, made if necessary, for the use of this process alone.
   *
   * @throws TestbedException if another process uses it, or if it holds something else, the data of
   *     another major version included
   */
  static DataDirectory claim(Path directory) throws IOException {
    Path path = directory.toAbsolutePath().normalize();
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path.getParent());
      Files.createDirectory(path, ownerOnly(path, "rwx------"));
    }
    requireOurs(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      requireLock(channel, path);
      DataDirectory claimed = new DataDirectory(path, channel);
      // Whoever held it is gone; its server may still be stopping.
      Postmaster.stop(claimed.data());
      requireWhole(claimed.data(), path);
      return claimed;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  Path data() {
    return path.resolve(DATA);
  }

  /** Returns the password of the server's owner, the same in every run. */
  String password() throws IOException {
    Path file = path.resolve(PASSWORD);
    if (!Files.exists(file)) {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    }
    if (Files.size(file) == 0) {
      Files.writeString(file, RandomPassword.create(), US_ASCII);
    }
    return Files.readString(file, US_ASCII);
  }

  /** Lets other processes use it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void requireOurs(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      List<String> names = children.map(child -> child.getFileName().toString()).toList();
      if (!names.isEmpty() && !names.contains(LOCK)) {
        throw new TestbedException(
            "Expected an empty folder or one of an earlier run at %s but it holds %s; name another"
                .formatted(path, names.get(0)));
      }
    }
  }

  private static void requireWhole(Path data, Path path) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    if (!Files.exists(data.resolve(VERSION))) {
      throw new TestbedException(
          "Expected the data of a PostgreSQL in %s but found no %s; remove %s and run again"
              .formatted(data, VERSION, path));
    }
    String major = Files.readString(data.resolve(VERSION), US_ASCII).strip();
    if (!major.equals(EmbeddedVersion.major())) {
      throw new TestbedException(
          "Expected the data of PostgreSQL %s in %s but found those of PostgreSQL %s; remove %s and run again, which loads them anew, or name another"
              .formatted(EmbeddedVersion.major(), data, major, path));
    }
  }

  private static void requireLock(FileChannel channel, Path path) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which is no better.
    }
    if (lock == null) {
      throw new TestbedException(
          "Expected the data directory %s to be free but another run uses it; wait for it, or name another"
              .formatted(path));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
