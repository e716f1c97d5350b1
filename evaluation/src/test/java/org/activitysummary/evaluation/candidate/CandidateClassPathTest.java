package org.activitysummary.evaluation.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateClassPathTest {

  private static final String ZERO = "return UserActivitySummary.ZERO;";

  @TempDir private Path folder;

  @Test
  void showsACandidateToThisProcessAndItsChildrenUntilClosed() throws IOException {
    Path jar = new CandidateJar().with("Zero", "zero", ZERO).build(folder, "zero.jar");
    String classPath = System.getProperty("java.class.path");

    try (CandidateClassPath extended = CandidateClassPath.extendedBy(List.of(jar))) {
      assertThat(extended).isNotNull();
      assertThat(Implementations.named("zero").kind()).isEqualTo(Kind.CANDIDATE);
      assertThat(System.getProperty("java.class.path")).startsWith(classPath).endsWith("zero.jar");
    }

    assertThat(System.getProperty("java.class.path")).isEqualTo(classPath);
    assertThat(Implementations.all())
        .extracting(UserActivityServiceProvider::name)
        .doesNotContain("zero");
  }

  @Test
  void refusesAJarThatIsNotThere() {
    assertRefused(folder.resolve("none.jar"), "but there is none; build it first");
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    assertRefused(Files.writeString(folder.resolve("text.jar"), "text"), "but it is none: ");
  }

  @Test
  void refusesAJarWithoutAProvider() throws IOException {
    assertRefused(
        new CandidateJar().build(folder, "empty.jar"),
        "Expected a provider in empty.jar but found no META-INF/services/org.activitysummary.contract.UserActivityServiceProvider");
  }

  @Test
  void refusesAProviderThatDoesNotLoad() throws IOException {
    String throwing =
        """
        package planted;
        import org.activitysummary.contract.*;
        public final class Throwing implements UserActivityServiceProvider {
          public Throwing() { throw new IllegalStateException("no licence"); }
          public String name() { return "throwing"; }
          public String description() { return "planted"; }
          public UserActivityService create(javax.sql.DataSource dataSource) { return null; }
        }
        """;
    assertRefused(
        new CandidateJar().withSource("Throwing", throwing).build(folder, "throwing.jar"),
        "The provider in throwing.jar must load but does not: ",
        "no licence");
  }

  @Test
  void refusesANameThatWouldSpoilAReport() throws IOException {
    assertRefused(
        new CandidateJar().with("Loud", "LOUD", ZERO).build(folder, "loud.jar"),
        "The name of planted.Loud must be lower-case letters, digits and hyphens but is 'LOUD'");
  }

  @Test
  void refusesTheNameOfAnotherImplementation() throws IOException {
    Path jar = new CandidateJar().with("Twin", "after", ZERO).build(folder, "twin.jar");

    assertThatThrownBy(() -> CandidateClassPath.extendedBy(List.of(jar)))
        .hasMessageContaining("2 providers call themselves 'after'")
        .hasMessageContaining("planted.Twin");
  }

  @Test
  void refusesAKindThatEscapesJudgement() throws IOException {
    String reference =
        """
        package planted;
        import org.activitysummary.contract.*;
        public final class Exempt implements UserActivityServiceProvider {
          public String name() { return "exempt"; }
          public String description() { return "planted"; }
          public Kind kind() { return Kind.REFERENCE; }
          public UserActivityService create(javax.sql.DataSource dataSource) { return null; }
        }
        """;
    assertRefused(
        new CandidateJar().withSource("Exempt", reference).build(folder, "exempt.jar"),
        "The kind of planted.Exempt must be CANDIDATE",
        "but is REFERENCE");
  }

  private static void assertRefused(Path jar, String... parts) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    String classPath = System.getProperty("java.class.path");
    assertThatThrownBy(() -> CandidateClassPath.extendedBy(List.of(jar)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
    assertThat(System.getProperty("java.class.path")).isEqualTo(classPath);
  }
}
