package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.report.JsonFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

  private static final String TEXT =
      "Before.\n\n<!-- table:begin result report.json -->\n<!-- table:end -->\n\nAfter.\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  private int publish(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "publish";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return DocumentedCommands.program().setOut(new PrintWriter(out)).execute(all);
  }

  @Test
  void writesTheTableOnceAndThenFindsItUpToDate() throws IOException {
    Files.write(folder.resolve("report.json"), JsonFormat.bytes(new RecordedFixture().report()));
    Path text = Files.writeString(folder.resolve("text.md"), TEXT);

    assertThat(publish(text.toString(), "--check")).isEqualTo(1);
    assertThat(text).hasContent(TEXT);
    assertThat(publish(text.toString())).isZero();
    assertThat(text)
        .content()
        .startsWith("Before.\n\n<!-- table:begin result report.json -->\n| events | P50 before |")
        .contains("[published run](report.md)")
        .endsWith("<!-- table:end -->\n\nAfter.\n");
    assertThat(publish(text.toString(), "--check")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(text + ": outdated", text + ": written", text + ": up to date");
  }
}
