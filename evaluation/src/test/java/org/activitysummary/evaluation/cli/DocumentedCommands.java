package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands that texts show, parsed as the program would. */
final class DocumentedCommands {

  static final Path TOP = Path.of("..");

  private static final Pattern COMMAND =
      Pattern.compile("java -jar evaluation/target/evaluation\\.jar +([^#`)\n]*)");

  /** A word, or one in quotes. */
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private DocumentedCommands() {}

  /** Returns the texts people read or CI runs. */
  static List<Path> texts() throws IOException {
    List<Path> texts =
        new ArrayList<>(List.of(TOP.resolve("README.md"), TOP.resolve("CONTRIBUTING.md")));
    for (String folder : List.of("docs", ".github/workflows")) {
      try (Stream<Path> files = Files.list(TOP.resolve(folder))) {
        files.filter(file -> file.toString().matches(".*\\.(md|yml)")).sorted().forEach(texts::add);
      }
    }
    return texts;
  }

  /** Returns the arguments of every command in a text. */
  static List<List<String>> in(String text) {
    List<List<String>> commands = new ArrayList<>();
    Matcher command = COMMAND.matcher(text);
    while (command.find()) {
      commands.add(words(command.group(1).replaceAll("\\|\\|.*|&&.*|;.*|> .*", "")));
    }
    return commands;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
    }
    return words;
  }

  /** Returns the program without anything from this process' surroundings. */
  static CommandLine program() {
    Map<String, String> nothing = Map.of();
    return EvaluationMain.commandLine(new OptionDefaults(nothing::get, nothing::get));
  }

  /** Returns every option of every command that can be configured. */
  static List<OptionSpec> options() {
    return program().getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(option -> !OptionDefaults.isQuestion(option))
        .toList();
  }
}
