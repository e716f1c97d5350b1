package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDirectoryTest {

  @TempDir private Path temporary;

  @Test
  void isClosedToEverybodyElse() throws IOException {
    Path directory = UserDirectory.in(temporary, "some user/../x");

    assertThat(directory).isEqualTo(temporary.resolve("activity-summary-some_user____x"));
    assertThat(permissions(directory)).isEqualTo("rwx------");
  }

  @Test
  void isClosedAgainWhenItWasLeftOpen() throws IOException {
    Path directory = UserDirectory.in(temporary, "me");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(permissions(UserDirectory.in(temporary, "me"))).isEqualTo("rwx------");
  }

  @Test
  void isNoLinkThatSomebodyLaid() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(temporary.resolve("activity-summary-me"), elsewhere);

    assertThatThrownBy(() -> UserDirectory.in(temporary, "me"))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("somebody else's")
        .hasMessageEndingWith("-Djava.io.tmpdir");
  }

  private static String permissions(Path directory) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
  }
}
