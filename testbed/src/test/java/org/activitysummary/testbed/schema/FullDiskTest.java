package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The disk of the server fills while a dataset is loaded. Needs the right to mount one. */
@ExtendWith(EmbeddedServer.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a disk of two megabytes in memory")
class FullDiskTest {

  private final Database database;

  FullDiskTest(Database database) {
    this.database = database;
  }

  @Test
  void saysSoAndGoesOnWhenThereIsRoomAgain() throws Exception {
    // Not a @TempDir: it is emptied only after the server has let go of it.
    Path disk = Files.createTempDirectory("activity-summary-full-disk");
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", disk.toString());
    if (!mounted) {
      Files.delete(disk);
    }
    assumeTrue(mounted, "this user may not mount a disk");
    try {
      execute("CREATE TABLESPACE full_disk_test LOCATION '%s'".formatted(disk));
      execute("ALTER ROLE CURRENT_USER SET default_tablespace = 'full_disk_test'");
      try (EventsSchema schema = EventsSchema.create(database, "full_disk_test")) {
        Dataset dataset =
            Dataset.of(DatasetSpec.standard().withSizes(List.of(50_000)).withBackground(2, 100));

        assertThatThrownBy(() -> schema.load(dataset, LoadProgress.SILENT))
            .isInstanceOf(TestbedException.class)
            .hasMessageStartingWith("Expected to load 50100 rows in schema full_disk_test")
            .hasMessageContaining("No space left on device");

        assertThatCode(
                () -> {
                  schema.truncate();
                  schema.insert(List.of(new Event(1, 1, "click", null)));
                })
            .doesNotThrowAnyException();
      }
    } finally {
      execute("ALTER ROLE CURRENT_USER RESET default_tablespace");
      execute("DROP TABLESPACE IF EXISTS full_disk_test");
      run("umount", disk.toString());
      Files.deleteIfExists(disk);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
