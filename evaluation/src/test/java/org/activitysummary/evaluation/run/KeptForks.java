package org.activitysummary.evaluation.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.activitysummary.evaluation.recording.RecordedFork;

/** What an aborted run left of its forks. */
final class KeptForks {

  private static final String NAME = "%d %s %s %d";

  private KeptForks() {}

  static String name(RecordedFork fork) {
    return NAME.formatted(fork.round(), fork.implementation(), fork.arm(), fork.size());
  }

  /** Returns the durations of the calls by name; a fork with turns has several. */
  static Map<String, long[]> durations(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, long[]> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("cells"))) {
      for (Path file : files.toList()) {
        JsonNode cell = mapper.readTree(file.toFile());
        for (JsonNode fork : cell.isArray() ? cell : List.of(cell)) {
          if (fork.has("nanos")) {
            kept.put(name(fork), mapper.convertValue(fork.path("nanos"), long[].class));
          }
        }
      }
    }
    return kept;
  }

  private static String name(JsonNode fork) {
    return NAME.formatted(
        fork.path("round").asInt(),
        fork.at("/cell/arm/implementation").asText(),
        fork.at("/cell/arm/label").asText(),
        fork.at("/cell/size").asInt());
  }
}
