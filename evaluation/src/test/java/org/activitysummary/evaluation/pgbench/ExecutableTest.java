package org.activitysummary.evaluation.pgbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableTest {

  @TempDir private Path folder;

  @Test
  void takesTheFirstOnThePath() throws IOException {
    Path second = program("second");
    Path third = program("third");

    assertThat(
            Executable.find(
                "%s:%s:%s"
                    .formatted(folder.resolve("first"), second.getParent(), third.getParent()),
                folder))
        .contains(new Executable(second));
  }

  @Test
  void takesTheNewestOfAllVersionsWhereThePathHasNone() throws IOException {
    program("9/bin");
    Path newest = program("18/bin");
    program("15/bin");
    program("old/bin");
    Files.createDirectories(folder.resolve("19/bin"));

    assertThat(Executable.find("", folder)).contains(new Executable(newest));
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(Executable.find("", folder.resolve("missing"))).isEmpty();
  }

  @Test
  void refusesOneThatCannotBeExecuted() throws IOException {
    Path text = Files.writeString(folder.resolve("pgbench"), "text");

    assertThatThrownBy(() -> Executable.named(text))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("--pgbench must name a program but " + text);
  }

  private Path program(String below) throws IOException {
    Path program = Files.createDirectories(folder.resolve(below)).resolve("pgbench");
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
