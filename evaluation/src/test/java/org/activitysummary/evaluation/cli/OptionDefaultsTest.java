package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Where an option's value comes from when it is not on the command line. */
class OptionDefaultsTest {

  private static final Path POM = Path.of("pom.xml");

  private static CommandLine with(Map<String, String> properties, Map<String, String> variables) {
    return EvaluationMain.commandLine(new OptionDefaults(properties::get, variables::get));
  }

  private static CommandLine run(CommandLine commands) {
    return commands.getSubcommands().get("run");
  }

  private static Object value(CommandLine commands, String option, String... arguments) {
    commands.parseArgs(arguments);
    return run(commands).getCommandSpec().findOption(option).getValue();
  }

  @Test
  void anOptionIsAlsoAnEnvironmentVariable() {
    Map<String, String> variables = Map.of("ACTIVITY_SUMMARY_PROFILE", "full");
    assertThat(value(with(Map.of(), variables), "--profile", "run")).isEqualTo("full");
  }

  @Test
  void aPropertyWinsOverTheEnvironmentAndTheCommandLineOverBoth() {
    CommandLine commands =
        with(Map.of("evaluation.profile", "full"), Map.of("ACTIVITY_SUMMARY_PROFILE", "other"));
    assertThat(value(commands, "--profile", "run")).isEqualTo("full");
    assertThat(value(commands, "--profile", "run", "--profile", "quick")).isEqualTo("quick");
  }

  @Test
  void anEmptyValueIsNone() {
    CommandLine commands =
        with(Map.of("evaluation.profile", ""), Map.of("ACTIVITY_SUMMARY_PROFILE", " "));
    assertThat(value(commands, "--profile", "run")).isEqualTo("quick");
  }

  @Test
  void aListMayComeFromTheEnvironment() {
    Map<String, String> variables = Map.of("ACTIVITY_SUMMARY_SIZES", "100,2000");
    assertThat(value(with(Map.of(), variables), "--sizes", "run"))
        .isEqualTo(List.of("100", "2000"));
  }

  @Test
  void aSwitchIsTrueOrFalse() {
    assertThat(value(with(Map.of("evaluation.strict", "true"), Map.of()), "--strict", "run"))
        .isEqualTo(true);
    assertThat(value(with(Map.of("evaluation.strict", "false"), Map.of()), "--strict", "run"))
        .isEqualTo(false);
  }

  @Test
  void aSwitchThatIsNeitherIsRefusedInOneLine() {
    CommandLine commands = with(Map.of(), Map.of("ACTIVITY_SUMMARY_STRICT", "yes"));
    StringWriter err = new StringWriter();
    commands.setErr(new PrintWriter(err));
    assertThat(commands.execute("run")).isEqualTo(EvaluationMain.NOT_EVALUATED);
    assertThat(err.toString().lines().findFirst()).get().asString().contains("--strict", "yes");
  }

  @Test
  void anOptionOfTheSameNameMeansTheSameInEveryCommand() {
    Map<String, Class<?>> types = new java.util.HashMap<>();
    for (CommandLine command : with(Map.of(), Map.of()).getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        Class<?> known = types.putIfAbsent(option.longestName(), option.type());
        assertThat(known).as(option.longestName()).isIn(null, option.type());
      }
    }
    assertThat(types).containsKey("--database");
  }

  /** What the build passes on is exactly what the command has. */
  @Test
  void theBuildPassesEveryOptionOfTheRunOn() throws IOException {
    String pom = Files.readString(POM);
    TreeSet<String> expected = new TreeSet<>();
    for (OptionSpec option : run(with(Map.of(), Map.of())).getCommandSpec().options()) {
      if (!OptionDefaults.isQuestion(option)) {
        String name = OptionDefaults.property(option);
        expected.add("<argument>-D%s=${%s}</argument>".formatted(name, name));
        assertThat(pom).contains("<" + name + "/>");
      }
    }
    List<String> passed =
        pom.lines().map(String::strip).filter(line -> line.startsWith("<argument>-Deval")).toList();
    assertThat(passed).containsExactlyInAnyOrderElementsOf(expected);
  }
}
