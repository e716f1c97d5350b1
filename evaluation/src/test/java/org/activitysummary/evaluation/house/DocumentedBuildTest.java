package org.activitysummary.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents and scripts have Maven do is what the build can do. */
class DocumentedBuildTest {

  /** At the beginning of a line or of code, or after what runs it there. */
  private static final Pattern MAVEN =
      Pattern.compile("(?m)(?:^|`|^ *- |run: |RUN |JAVA_HOME=\\S+ )mvn ([^`#|;\n]*)");

  private static Build build;

  @BeforeAll
  static void read() throws IOException {
    build = new Build();
  }

  private static List<String> linesOf(String text) {
    List<String> lines = new ArrayList<>();
    Matcher maven = MAVEN.matcher(text.replaceAll("\\\\\n *", ""));
    while (maven.find()) {
      lines.add(maven.group(1).strip());
    }
    return lines;
  }

  @Test
  void everyPhaseGoalPropertyProfileModuleAndTestThatIsNamedExists() throws IOException {
    int found = 0;
    for (Path text : Documents.textsAndScripts()) {
      for (String line : linesOf(Files.readString(text))) {
        assertThat(build.unknown(Documents.words(line))).as("%s: mvn %s", text, line).isEmpty();
        found++;
      }
    }
    assertThat(found).isGreaterThan(15);
    assertThat(build.describedPlugins()).as("plugins in the local repository").isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vertify",
        "test -Pall-mysql",
        "test -pl evalution -am",
        "verify -Devaluation.profil=full",
        "test -Dtest=NoSuchTest",
        "spotless:aply",
        "nowhere:apply",
        "-f nowhere package",
        "--fast test"
      })
  void aLineThatNamesWhatTheBuildDoesNotHaveWouldBeFound(String line) {
    assertThat(build.unknown(Documents.words(line))).hasSize(1);
  }

  @Test
  void linesAreFoundWhereverTheyStand() {
    assertThat(
            linesOf(
                "mvn test      # all\nmvn -o \\\n  clean\nRUN mvn -q package -DskipTests\n- mvn verify\nand `mvn clean`"
                    + " says it; never type mvn there"))
        .containsExactly("test", "-o clean", "-q package -DskipTests", "verify", "clean");
  }
}
