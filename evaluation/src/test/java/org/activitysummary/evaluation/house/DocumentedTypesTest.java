package org.activitysummary.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types that documents name exist, tests included. */
class DocumentedTypesTest {

  /** A name of several words, alone or with what it holds, several of them, or a plural. */
  private static final Pattern TYPE =
      Pattern.compile("`((?:[A-Z][a-z0-9]+){2,}[A-Za-z]*)(?:\\.\\w+)?(?:\\(.*?\\))?`");

  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

  /** Of the JDK. */
  private static final Set<String> FOREIGN =
      Set.of("DataSource", "HashSet", "ServiceLoader", "SocketTimeoutException");

  private static final Set<String> DECLARED = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    SourceTrees.forEach(
        "/src/",
        (unit, trees) -> {
          Matcher declaration = DECLARATION.matcher(unit.toString());
          while (declaration.find()) {
            DECLARED.add(declaration.group(1));
          }
        });
  }

  @Test
  void everyTypeThatIsNamedExists() throws IOException {
    TreeSet<String> unknown = new TreeSet<>();
    int found = 0;
    for (Path text : Documents.texts()) {
      Matcher type = TYPE.matcher(Files.readString(text));
      while (type.find()) {
        found++;
        if (!isKnown(type.group(1))) {
          unknown.add(text + ": " + type.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(found).isGreaterThan(80);
  }

  @Test
  void aTypeThatIsGoneWouldBeFound() {
    assertThat(isKnown("DerivationFactory")).isFalse();
    assertThat(isKnown("DocumentedTypesTest")).isTrue();
  }

  private static boolean isKnown(String name) {
    return DECLARED.contains(name) || FOREIGN.contains(name);
  }
}
