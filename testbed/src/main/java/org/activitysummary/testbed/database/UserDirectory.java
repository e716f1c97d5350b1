package org.activitysummary.testbed.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.activitysummary.testbed.TestbedException;

/**
 * The folder in the temporary directory that holds one user's servers, closed to everybody else.
 */
final class UserDirectory {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private UserDirectory() {}

  /**
   * Returns the folder, made if necessary.
   *
   * @param temporary such as {@code java.io.tmpdir}
   * @param user name of the user of the operating system
   * @throws TestbedException if somebody else was there first
   */
  static Path in(Path temporary, String user) throws IOException {
    Path directory =
        temporary.toAbsolutePath().resolve("activity-summary-" + user.replaceAll("\\W", "_"));
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createDirectory(directory, posix ? ownerOnly() : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException e) {
      requireOurs(directory, temporary);
      if (posix) {
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
      }
    }
    return directory;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
  }

  // Whoever owns the folder could exchange the server's program.
  private static void requireOurs(Path directory, Path temporary) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(directory).equals(ourselves(temporary))) {
      throw new TestbedException(
          "Expected a folder %s of this user but found somebody else's; remove it, or name another"
                  .formatted(directory)
              + " temporary directory with -Djava.io.tmpdir");
    }
  }

  // Not by name: in a container the user may have none.
  private static UserPrincipal ourselves(Path temporary) throws IOException {
    Path probe = Files.createTempFile(temporary, "activity-summary", ".probe");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
