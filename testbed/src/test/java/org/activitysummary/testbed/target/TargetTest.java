package org.activitysummary.testbed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {

  private static final SeededUser SMALL =
      new SeededUser(
          100, 9_000_000_100L, 100, 95, new UserActivitySummary(1, 2, 3, new BigDecimal("-0.50")));
  private static final SeededUser LARGE =
      new SeededUser(1_000, -5, 1_000, 1_000, UserActivitySummary.ZERO);
  private static final Target TARGET =
      new Target(
          new ConnectionTarget(
              "jdbc:postgresql://127.0.0.1:5/x?sslmode=disable", "reader", "s3cret=:#\\ü ", "s"),
          List.of(SMALL, LARGE));

  @TempDir private Path directory;

  @Test
  void comesBackFromItsFileAsItWas() {
    Path file = directory.resolve("target.properties");

    TARGET.write(file);

    assertThat(Target.read(file)).isEqualTo(TARGET);
    assertThat(Target.read(file).users().get(0).expected().totalValue())
        .isEqualTo(new BigDecimal("-0.50"));
  }

  @Test
  void isReadableByItsOwnerOnlyAndLeavesNoDraftBehind() throws IOException {
    Path file = directory.resolve("target.properties");
    Files.writeString(file, "in the way");

    TARGET.write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory.toFile().list()).containsExactly("target.properties");
  }

  @Test
  void doesNotShowThePassword() {
    assertThat(TARGET.toString()).contains("reader").doesNotContain("s3cret");
  }

  @Test
  void findsTheUserOfASize() {
    assertThat(TARGET.user(100)).isSameAs(SMALL);
  }

  @Test
  void namesTheSizesThereAre() {
    assertThatThrownBy(() -> TARGET.user(7))
        .isInstanceOf(TestbedException.class)
        .hasMessage(
            "Expected a seeded user of 7 rows but the sizes are 100, 1000; choose one of"
                + " them");
  }

  @Test
  void saysWhichFileIsMissing() {
    Path file = directory.resolve("none");

    assertThatThrownBy(() -> Target.read(file))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected a target file at " + file + " but: ");
  }

  @Test
  void refusesAForeignFile() throws IOException {
    Path file = Files.writeString(directory.resolve("foreign"), "a=b\n");

    assertThatThrownBy(() -> Target.read(file))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("Expected format=activity-summary-target-1")
        .hasMessageContaining("but found null");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    Path file = directory.resolve("target.properties");
    TARGET.write(file);
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.startsWith("user.1.view"));
    Files.write(file, lines);

    assertThatThrownBy(() -> Target.read(file))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("user.1.view is missing; write it anew");
  }

  @Test
  void saysWhereItCouldNotBeWritten() {
    assertThatThrownBy(() -> TARGET.write(directory.resolve("no/such/target")))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("no/such/target")
        .hasMessageEndingWith("choose a folder that you may write to");
  }
}
