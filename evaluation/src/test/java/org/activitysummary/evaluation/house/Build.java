package org.activitysummary.evaluation.house;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What the project's POMs have, and the plugins that they pin. */
final class Build {

  private static final Path TOP = Documents.TOP;

  private static final Set<String> PHASES =
      Set.of(
          "clean",
          "validate",
          "compile",
          "test-compile",
          "test",
          "package",
          "integration-test",
          "verify",
          "install");

  private static final Set<String> SWITCHES = Set.of("-B", "-ntp", "-o", "-q", "-am");

  /**
   * Properties of Maven itself; others belong to a POM, to a plugin, or to a test that reads them.
   */
  private static final Set<String> CORE = Set.of("maven.repo.local");

  private static final Pattern PLUGIN =
      Pattern.compile(
          "<plugin>\\s*(?:<!--.*?-->\\s*)?(?:<groupId>([^<]+)</groupId>\\s*)?"
              + "<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>",
          Pattern.DOTALL);

  private final List<String> poms = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final List<Plugin> plugins = new ArrayList<>();
  private final Map<String, String> tests = new TreeMap<>();

  /**
   * A plugin with the version that is pinned.
   *
   * @param descriptor what it says of its goals and parameters; null if it was never fetched here
   */
  private record Plugin(String artifact, String descriptor) {

    private boolean answersTo(String prefix) {
      return artifact.equals(prefix + "-maven-plugin")
          || artifact.equals("maven-" + prefix + "-plugin");
    }

    private boolean has(String element) {
      return descriptor == null || descriptor.contains(element);
    }

    /** One that was never fetched cannot be asked; its properties begin with its name then. */
    private boolean mayRead(String property) {
      return descriptor == null ? answersTo(property.split("\\.")[0]) : has("${" + property + "}");
    }
  }

  Build() throws IOException {
    String parent = Files.readString(TOP.resolve("pom.xml"));
    modules.addAll(all("<module>([^<]+)</module>", parent));
    poms.add(parent);
    for (String module : modules) {
      poms.add(Files.readString(TOP.resolve(module).resolve("pom.xml")));
      tests.putAll(testsOf(TOP.resolve(module).resolve("src/test/java")));
    }
    for (String pom : poms) {
      Matcher plugin = PLUGIN.matcher(pom);
      while (plugin.find()) {
        String group = Optional.ofNullable(plugin.group(1)).orElse("org.apache.maven.plugins");
        plugins.add(
            new Plugin(
                plugin.group(2), descriptor(group, plugin.group(2), version(plugin.group(3)))));
      }
    }
  }

  /** Returns a version, whether it is written out or a property of the parent's. */
  private String version(String written) {
    return written.startsWith("${")
        ? all("<" + written.substring(2, written.length() - 1) + ">([^<]+)<", poms.get(0)).get(0)
        : written;
  }

  /** Returns how many pinned plugins could be asked for their goals and parameters. */
  long describedPlugins() {
    return plugins.stream().filter(plugin -> plugin.descriptor != null).count();
  }

  /**
   * Returns what a command line names that the build does not have.
   *
   * @param words after {@code mvn}
   */
  List<String> unknown(List<String> words) {
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean known =
          switch (word) {
            case "-pl" -> modules.containsAll(List.of(words.get(++i).split(",")));
            case "-f" -> isProject(words.get(++i));
            default -> isKnown(word);
          };
      if (!known) {
        unknown.add(words.get(i));
      }
    }
    return unknown;
  }

  private boolean isKnown(String word) {
    if (word.startsWith("-P")) {
      return poms.stream().anyMatch(pom -> hasProfile(pom, word.substring(2)));
    }
    if (word.startsWith("-D")) {
      String[] property = word.substring(2).split("=", 2);
      return isTests(property[0]) ? areTests(property[1].split(",")) : isProperty(property[0]);
    }
    return word.startsWith("-") ? SWITCHES.contains(word) : PHASES.contains(word) || isGoal(word);
  }

  private static boolean hasProfile(String pom, String id) {
    return Pattern.compile(
            "<profile>\\s*(?:<!--.*?-->\\s*)?<id>" + Pattern.quote(id) + "</id>", Pattern.DOTALL)
        .matcher(pom)
        .find();
  }

  private boolean isProperty(String name) {
    return CORE.contains(name)
        || poms.stream().anyMatch(pom -> pom.contains("<%s>".formatted(name)))
        || poms.stream().anyMatch(pom -> pom.contains("<%s/>".formatted(name)))
        || plugins.stream().anyMatch(plugin -> plugin.mayRead(name))
        || tests.values().stream().anyMatch(test -> test.contains('"' + name + '"'));
  }

  private boolean isGoal(String word) {
    String[] goal = word.split(":");
    return goal.length == 2
        && plugins.stream()
            .anyMatch(p -> p.answersTo(goal[0]) && p.has("<goal>" + goal[1] + "</goal>"));
  }

  /** A candidate's project is where {@code init} puts it, beside this one. */
  private static boolean isProject(String folder) {
    return folder.equals("../my-candidate") || Files.exists(TOP.resolve(folder).resolve("pom.xml"));
  }

  private static boolean isTests(String property) {
    return property.equals("test") || property.equals("it.test");
  }

  private boolean areTests(String[] names) {
    return tests.keySet().containsAll(List.of(names));
  }

  /** Returns what tests say, by their names. */
  private static Map<String, String> testsOf(Path folder) throws IOException {
    Map<String, String> tests = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return tests;
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The local repository is where Maven found the plugins that run this test. */
  private static String descriptor(String group, String artifact, String version)
      throws IOException {
    Path repository =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    File jar =
        repository
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve("%s-%s.jar".formatted(artifact, version))
            .toFile();
    if (!jar.isFile()) {
      return null;
    }
    try (JarFile file = new JarFile(jar)) {
      ZipEntry descriptor = file.getEntry("META-INF/maven/plugin.xml");
      try (InputStream in = file.getInputStream(descriptor)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
