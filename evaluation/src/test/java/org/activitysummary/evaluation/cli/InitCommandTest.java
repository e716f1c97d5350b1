package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void writesAProjectAndSaysWhatToTypeNext() {
    Path project = folder.resolve("my-candidate");
    CommandLine commands = DocumentedCommands.program().setOut(new PrintWriter(out));

    assertThat(commands.execute("init", project.toString())).isZero();

    assertThat(project.resolve("pom.xml")).exists();
    String[] next = out.toString().lines().map(String::strip).toArray(String[]::new);
    assertThat(next).hasSize(3);
    assertThat(next[1]).startsWith("mvn -f " + project + " package ");
    String[] words = next[2].split(" ");
    assertThat(words).startsWith("java", "-jar").hasSize(6);
    assertThat(words[5]).isEqualTo(project.resolve("target/my-candidate.jar").toString());
    DocumentedCommands.program().parseArgs(Arrays.copyOfRange(words, 3, words.length));
  }
}
