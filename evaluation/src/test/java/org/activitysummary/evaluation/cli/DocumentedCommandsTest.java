package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the documents say of the command line is what it has. */
class DocumentedCommandsTest {

  private static final Path TABLE = DocumentedCommands.TOP.resolve("docs/CLI.md");
  private static final String BEGIN = "<!-- options:begin -->\n";
  private static final String END = "<!-- options:end -->";

  @Test
  void everyCommandThatIsShownExists() throws IOException {
    int found = 0;
    for (Path text : DocumentedCommands.texts()) {
      for (List<String> command : DocumentedCommands.in(Files.readString(text))) {
        assertThatCode(() -> DocumentedCommands.program().parseArgs(command.toArray(String[]::new)))
            .as("%s: %s", text, command)
            .doesNotThrowAnyException();
        found++;
      }
    }
    assertThat(found).isGreaterThan(10);
  }

  @Test
  void everyCommandIsIntroduced() throws IOException {
    String introduction = Files.readString(TABLE).split(BEGIN)[0];
    for (String command : DocumentedCommands.program().getSubcommands().keySet()) {
      assertThat(introduction).as("docs/CLI.md").contains("`" + command + "`");
    }
  }

  @Test
  void aCommandThatDoesNotExistWouldBeFound() {
    List<String> command =
        DocumentedCommands.in("java -jar evaluation/target/evaluation.jar run --fast  # oops")
            .get(0);
    assertThat(command).containsExactly("run", "--fast");
    assertThatThrownBy(() -> DocumentedCommands.program().parseArgs(command.toArray(String[]::new)))
        .isInstanceOf(UnmatchedArgumentException.class);
  }

  @Test
  void everyVariableThatIsShownIsAnOption() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    DocumentedCommands.options().forEach(option -> known.add(OptionDefaults.variable(option)));
    known.add("ACTIVITY_SUMMARY_SOME_OPTION");
    known.add(DatabaseLocation.Container.IMAGE_VARIABLE);
    for (Path text : DocumentedCommands.texts()) {
      Matcher variable =
          Pattern.compile("ACTIVITY_SUMMARY_[A-Z_]+").matcher(Files.readString(text));
      while (variable.find()) {
        assertThat(known).as(text.toString()).contains(variable.group());
      }
    }
  }

  /** Where it does not, the table that should be there is left in {@code target}. */
  @Test
  void theTableOfOptionsIsThatOfTheProgram() throws IOException {
    String expected = table();
    Files.writeString(Path.of("target/options.md"), expected);
    String text = Files.readString(TABLE);
    assertThat(text).contains(BEGIN, END);
    assertThat(text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END)))
        .as("docs/CLI.md; take over evaluation/target/options.md")
        .isEqualTo(expected);
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| option | commands | meaning |\n|---|---|---|\n");
    Map<String, TreeSet<String>> commands = new TreeMap<>();
    Map<String, TreeSet<String>> meanings = new TreeMap<>();
    for (CommandLine command : DocumentedCommands.program().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!OptionDefaults.isQuestion(option)) {
          commands
              .computeIfAbsent(shown(option), o -> new TreeSet<>())
              .add(command.getCommandName());
          meanings.computeIfAbsent(shown(option), o -> new TreeSet<>()).add(meaning(option));
        }
      }
    }
    commands.forEach(
        (option, names) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s |%n",
                    option,
                    String.join(", ", names),
                    String.join(" / ", meanings.get(option)))));
    return table.toString().replace("\r", "");
  }

  private static String shown(OptionSpec option) {
    return option.arity().max() == 0
        ? option.longestName().replaceFirst("--", option.negatable() ? "--[no-]" : "--")
        : option.longestName() + " " + option.paramLabel();
  }

  private static String meaning(OptionSpec option) {
    return String.join(" ", option.description())
        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString(true)))
        .replace("|", "\\|")
        .replace("<", "&lt;");
  }
}
