package org.activitysummary.evaluation.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.activitysummary.contract.UserActivityServiceProvider;

/** Builds jars of candidates as others would: compiled, packed, with a service file. */
final class CandidateJar {

  private static final String PROVIDER =
      """
      package planted;

      import java.sql.*;
      import java.math.BigDecimal;
      import org.activitysummary.contract.*;

      public final class %s implements UserActivityServiceProvider {
        public String name() { return "%s"; }
        public String description() { return "planted"; }
        public UserActivityService create(javax.sql.DataSource dataSource) {
          return userId -> { %s };
        }
      }
      """;

  private final Map<String, String> sources = new LinkedHashMap<>();
  private String packageName = "planted";

  /** Returns the jar of the example project. */
  static Path ofExample(Path folder) throws IOException {
    CandidateJar example = new CandidateJar();
    example.packageName = "example";
    return example
        .withSource(
            "MyCandidate", CandidateProject.template("src/main/java/example/MyCandidate.java"))
        .build(folder, "my-candidate.jar");
  }

  /** Adds a provider whose service does this. */
  CandidateJar with(String type, String name, String body) {
    return withSource(type, PROVIDER.formatted(type, name, body));
  }

  /** Adds any provider of the package {@code planted}. */
  CandidateJar withSource(String type, String source) {
    sources.put(type, source);
    return this;
  }

  /** Returns the jar, built into a folder. */
  Path build(Path folder, String name) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    if (!sources.isEmpty()) {
      compile(classes);
    }
    Path services =
        classes.resolve("META-INF/services/" + UserActivityServiceProvider.class.getName());
    Files.createDirectories(services.getParent());
    Files.write(services, sources.keySet().stream().map(type -> packageName + "." + type).toList());
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private void compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((type, source) -> units.add(new Source(type, source)));
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(messages, null, null, options, null, units).call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String type, String text) {
      super(URI.create("string:///" + packageName + "/" + type + ".java"), Kind.SOURCE);
      this.text = new String(text.getBytes(UTF_8), UTF_8);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
