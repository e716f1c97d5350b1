package org.activitysummary.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files, headings and services that documents name are there. */
class DocumentedPathsTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /** A path from the top of the project, whole or as the value of an option. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?:^|=)((?:docs|reports|examples|contract|testbed|before|after|alternatives|benchmarks"
              + "|evaluation|\\.github|\\.ci)/[\\w./-]*)$");

  /** Made by a build, by a command or by whoever adopts the gate. */
  private static final Pattern MADE_LATER =
      Pattern.compile(
          "[a-z]+/target/.*|reports/(YYYY|20\\d\\d)-.*|reports/gate-proof|reports/baseline\\.json");

  private static final Pattern COMPOSE = Pattern.compile("docker compose ([^`#\n]*)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int found = 0;
    for (Path text : Documents.texts()) {
      Matcher link = LINK.matcher(Files.readString(text));
      while (link.find()) {
        if (!link.group(1).startsWith("https://")) {
          found++;
          if (!leads(text, link.group(1))) {
            broken.add(text + ": " + link.group(1));
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(found).isGreaterThan(50);
  }

  private static boolean leads(Path text, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? text : text.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
  }

  /** Returns the anchors of a text's headings, as GitHub makes them. */
  private static List<String> headings(Path file) throws IOException {
    return Files.readString(file)
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyFileThatIsNamedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Path text : Documents.texts()) {
      for (String typed : Documents.typed(Files.readString(text))) {
        for (String path : pathsIn(typed)) {
          found++;
          if (!Files.exists(Documents.TOP.resolve(path))) {
            missing.add(text + ": " + path);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(15);
  }

  private static List<String> pathsIn(String typed) {
    return Documents.words(typed).stream()
        .map(PATH::matcher)
        .filter(Matcher::find)
        .map(path -> path.group(1))
        .filter(path -> !path.contains("...") && !MADE_LATER.matcher(path).matches())
        .toList();
  }

  @Test
  void everyProfileAndServiceOfComposeThatIsNamedExists() throws IOException {
    JsonNode services =
        new ObjectMapper(new YAMLFactory())
            .readTree(Documents.TOP.resolve("docker-compose.yml").toFile())
            .path("services");
    int found = 0;
    for (Path text : Documents.textsAndScripts()) {
      Matcher compose = COMPOSE.matcher(Files.readString(text));
      while (compose.find()) {
        assertThat(unknown(Documents.words(compose.group(1)), services))
            .as("%s: %s", text, compose.group())
            .isEmpty();
        found++;
      }
    }
    assertThat(found).isGreaterThan(5);
    assertThat(unknown(Documents.words("--profile after run --rm afterr"), services))
        .containsExactly("afterr");
    assertThat(unknown(Documents.words("--profile aftr up"), services)).containsExactly("aftr");
  }

  /** Returns profiles, and services after the command, that the file does not have. */
  private static List<String> unknown(List<String> words, JsonNode services) {
    TreeSet<String> profiles = new TreeSet<>();
    services.forEach(
        service -> service.path("profiles").forEach(profile -> profiles.add(profile.asText())));
    List<String> unknown = new ArrayList<>();
    boolean command = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--profile")) {
        String profile = words.get(++i);
        if (!profiles.contains(profile)) {
          unknown.add(profile);
        }
      } else if (!word.startsWith("-")) {
        if (command && !services.has(word)) {
          unknown.add(word);
        }
        command = true;
      }
    }
    return unknown;
  }
}
