package org.activitysummary.evaluation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.activitysummary.evaluation.doctor.Diagnosis.State;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir private Path folder;

  @Test
  void examinesEverythingAndStartsTheServer() {
    List<Diagnosis> all = Doctor.examine(DatabaseLocation.parse("embedded"), folder);
    assertThat(all)
        .extracting(Diagnosis::subject)
        .containsExactly(
            "Java",
            "processors",
            "clock",
            "memory",
            "disk",
            "reports",
            "peak memory",
            "pressure",
            "noise",
            "Docker",
            "PostgreSQL",
            "server memory");
    assertThat(all)
        .filteredOn(d -> List.of("Java", "PostgreSQL").contains(d.subject()))
        .allMatch(d -> d.state() == State.OK);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysThatADatabaseDoesNotAnswer() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    List<Diagnosis> found =
        Servers.database(
            DatabaseLocation.parse("jdbc:postgresql://127.0.0.1:%d/x?user=u".formatted(unused)));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).state()).isEqualTo(State.MISSING);
    assertThat(found.get(0).meaning()).contains("Expected");
    assertThat(found.get(0).found()).doesNotContain("user=u");
  }

  @Test
  void aFolderThatIsAFileCannotHoldReports() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Machine.disk("reports", file.resolve("below"), "choose another").state())
        .isEqualTo(State.MISSING);
  }

  @Test
  void judgesAmountsByWhatIsNeededAtLeastAndForEverything() {
    Amount amount = new Amount(1L << 30, 3L << 30);
    assertThat(amount.judge("disk", "free", 3L << 30, "reports", "free some").state())
        .isEqualTo(State.OK);
    assertThat(amount.judge("disk", "free", 2L << 30, "reports", "free some"))
        .isEqualTo(
            new Diagnosis(
                "disk",
                State.LIMITED,
                "2.0 GB free",
                "at least 1.0 GB are needed and 3.0 GB for everything (reports); free some"));
    assertThat(amount.judge("disk", "free", 1L << 29, "reports", "free some").state())
        .isEqualTo(State.MISSING);
  }
}
