package org.activitysummary.evaluation.resumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellFolderTest {

  private static final Instant START = Instant.parse("2026-11-24T01:02:03Z");
  private static final Instant LATER = Instant.parse("2026-11-24T02:00:00Z");
  private static final Map<String, String> FACTS = Map.of("profile", "quick", "code", "abc");

  @TempDir private Path reports;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(reports.resolve("2026-11-24/01-02-03"));
  }

  private static Long never() {
    throw new AssertionError("measured again");
  }

  private CellFolder aborted() {
    CellFolder store = CellFolder.begin(folder, START, FACTS);
    store.agree("PostgreSQL", "18.6");
    assertThat(store.get("a/b: ü", Long.class, () -> 42L)).isEqualTo(42L);
    store.close();
    return store;
  }

  @Test
  void givesAContinuedRunWhatTheAbortedOneMeasured() {
    aborted();
    try (CellFolder store = UnfinishedRuns.resumeNewest(reports, FACTS, LATER)) {
      assertThat(store.folder()).isEqualTo(folder);
      assertThat(store.startedAt()).isEqualTo(START);
      assertThat(store.has("a/b: ü")).isTrue();
      assertThat(store.get("a/b: ü", Long.class, CellFolderTest::never)).isEqualTo(42L);
      assertThat(store.get("new", Long.class, () -> 7L)).isEqualTo(7L);
      assertThat(store.reused()).isEqualTo(1);
      assertThat(store.resumedAt()).containsExactly("2026-11-24T02:00:00Z");
    }
  }

  @Test
  void writesNothingBeforeTheFirstCellIsMeasured() {
    CellFolder.begin(folder, START, FACTS).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFinishedRunLeavesNothingToContinue() {
    CellFolder store = aborted();
    assertThat(store.kept()).isEqualTo(1);
    store.finish();
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> UnfinishedRuns.resumeNewest(reports, FACTS, LATER))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("There is no aborted run to continue in " + reports);
  }

  @Test
  void refusesARunOfOtherOptionsAndSaysWhich() {
    aborted();
    Map<String, String> others = Map.of("profile", "full", "code", "abc");
    assertThatThrownBy(() -> UnfinishedRuns.resumeNewest(reports, others, LATER))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(
            "The run in %s cannot be continued: its profile was quick and is now full;"
                    .formatted(folder)
                + " run as it was run, or start without --resume");
  }

  @Test
  void refusesWhenTheServerTurnsOutToBeAnother() {
    aborted();
    try (CellFolder store = UnfinishedRuns.resumeNewest(reports, FACTS, LATER)) {
      store.agree("PostgreSQL", "18.6");
    }
    try (CellFolder store = UnfinishedRuns.resumeNewest(reports, FACTS, LATER)) {
      assertThatThrownBy(() -> store.agree("PostgreSQL", "15.1"))
          .hasMessageContaining("its PostgreSQL was 18.6 and is now 15.1");
    }
  }

  @Test
  void passesOverNewerRunsOfOtherOptions() throws IOException {
    aborted();
    Path newer = Files.createDirectories(reports.resolve("2026-11-25/00-00-00"));
    try (CellFolder other = CellFolder.begin(newer, LATER, Map.of("profile", "full"))) {
      other.get("x", Long.class, () -> 1L);
    }
    try (CellFolder store = UnfinishedRuns.resumeNewest(reports, FACTS, LATER)) {
      assertThat(store.folder()).isEqualTo(folder);
    }
  }

  @Test
  void doesNotContinueARunThatStillRuns() {
    try (CellFolder running = CellFolder.begin(folder, START, FACTS)) {
      running.get("x", Long.class, () -> 1L);
      assertThatThrownBy(() -> UnfinishedRuns.resumeNewest(reports, FACTS, LATER))
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining("it still runs");
    }
  }

  @Test
  void namesACellThatCannotBeRead() throws IOException {
    aborted();
    Path cell;
    try (var files = Files.list(folder.resolve("cells"))) {
      cell = files.findFirst().orElseThrow();
    }
    Files.writeString(cell, "[1,");
    try (CellFolder store = UnfinishedRuns.resumeNewest(reports, FACTS, LATER)) {
      assertThatThrownBy(() -> store.get("a/b: ü", Long.class, CellFolderTest::never))
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining(cell.toString())
          .hasMessageContaining("remove it");
    }
  }

  @Test
  void refusesToMeasureUnderOneNameTwice() {
    try (CellFolder store = CellFolder.begin(folder, START, FACTS)) {
      store.get("x", Long.class, () -> 1L);
      assertThatThrownBy(() -> store.get("x", Long.class, () -> 2L))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
