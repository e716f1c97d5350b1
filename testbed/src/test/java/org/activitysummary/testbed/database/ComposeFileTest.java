package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compose file names the image and the settings a second time; they must not drift apart. */
class ComposeFileTest {

  private static final Path FILE = Path.of("..", "docker-compose.yml");
  private static final Pattern SETTING = Pattern.compile("(?m)^      - ([a-z_]+)=(\\S+)$");
  private static final Machine TWO_CORES = new Machine(2, 4L << 30);

  @Test
  void startsTheImageOfTestcontainers() throws IOException {
    assertThat(Files.readString(FILE))
        .contains(
            "image: ${%s:-%s}"
                .formatted(
                    DatabaseLocation.Container.IMAGE_VARIABLE,
                    DatabaseLocation.Container.DEFAULT_IMAGE));
  }

  @Test
  void runsTheSettingsOfTheEmbeddedServerOnTwoCores() throws IOException {
    Map<String, String> composed = new TreeMap<>();
    Matcher matcher = SETTING.matcher(Files.readString(FILE));
    while (matcher.find()) {
      composed.put(matcher.group(1), kilobytes(matcher.group(2).replaceAll("\\$\\{\\w+:-|}", "")));
    }
    Map<String, String> embedded = new TreeMap<>();
    for (ServerSetting setting : ServerSettings.forMachine(TWO_CORES)) {
      embedded.put(setting.name(), kilobytes(setting.value()));
    }

    assertThat(composed).isEqualTo(embedded);
  }

  // 1GB and 1024MB are the same.
  private static String kilobytes(String value) {
    return value.endsWith("GB")
        ? Integer.parseInt(value.substring(0, value.length() - 2)) * 1024 + "MB"
        : value;
  }
}
