package org.activitysummary.evaluation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people read, and what machines that build the project read. */
final class Documents {

  static final Path TOP = Path.of("..");

  /** A fenced block without a language, which is a terminal's. */
  private static final Pattern TERMINAL = Pattern.compile("(?ms)^```\\n(.*?)^```");

  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  private Documents() {}

  /** Returns every Markdown file. */
  static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (Path folder : List.of(TOP, TOP.resolve("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(texts::add);
      }
    }
    return texts;
  }

  /** Returns the texts, and the files by which others build the project. */
  static List<Path> textsAndScripts() throws IOException {
    List<Path> files = new ArrayList<>(texts());
    for (String script :
        List.of(
            "Dockerfile", "docker-compose.yml", ".ci/run", ".github/workflows/performance.yml")) {
      files.add(TOP.resolve(script));
    }
    return files;
  }

  /** Returns what a text shows as typed: lines of terminals without their remarks, and code. */
  static List<String> typed(String text) {
    List<String> typed = new ArrayList<>();
    Matcher block = TERMINAL.matcher(text);
    while (block.find()) {
      block.group(1).lines().map(Documents::withoutRemark).forEach(typed::add);
    }
    Matcher inline = INLINE.matcher(TERMINAL.matcher(text).replaceAll(""));
    while (inline.find()) {
      typed.add(inline.group(1));
    }
    return typed;
  }

  /** Returns the words of a line. */
  static List<String> words(String line) {
    return Arrays.stream(withoutRemark(line).strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String withoutRemark(String line) {
    return line.replaceFirst("\\s#.*", "");
  }
}
