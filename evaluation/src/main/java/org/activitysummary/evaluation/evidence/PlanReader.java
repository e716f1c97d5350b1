package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reads what {@code auto_explain} says of one execution. */
public final class PlanReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DURATION = "duration: ";
  private static final int HASH_CHARACTERS = 12;

  private PlanReader() {}

  /** Returns whether a message of the server is such a report. */
  public static boolean isPlan(String message) {
    return message.startsWith(DURATION) && message.contains("plan:");
  }

  /**
   * Returns the evidence in one message, {@code duration: 1.234 ms plan: {...}}.
   *
   * @param call counted from 1
   * @throws IllegalArgumentException if the plan is not JSON
   */
  public static StatementEvidence read(String message, int call) {
    try {
      JsonNode report = MAPPER.readTree(message.substring(message.indexOf('{')));
      JsonNode plan = report.path("Plan");
      return new StatementEvidence(
          report.path("Query Text").asText().strip(),
          hash(plan),
          List.of(call),
          Double.parseDouble(message.substring(DURATION.length(), message.indexOf(" ms"))),
          Math.round(plan.path("Actual Rows").asDouble()),
          plan.path("Shared Hit Blocks").asLong(),
          plan.path("Shared Read Blocks").asLong(),
          plan.path("Temp Written Blocks").asLong(),
          (int) sum(plan, node -> node.path("Workers Planned").asLong()),
          (int) sum(plan, node -> node.path("Workers Launched").asLong()),
          max(plan, PlanReader::memory),
          plan,
          null,
          report.path("Query Parameters").asText(),
          settings(report.path("Settings")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("auto_explain gave no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, String> settings(JsonNode block) {
    Map<String, String> settings = new TreeMap<>();
    block.properties().forEach(field -> settings.put(field.getKey(), field.getValue().asText()));
    return settings;
  }

  private static long memory(JsonNode node) {
    long hash = node.path("Peak Memory Usage").asLong();
    boolean inMemory = node.path("Sort Space Type").asText().equals("Memory");
    return Math.max(hash, inMemory ? node.path("Sort Space Used").asLong() : 0);
  }

  private static long sum(JsonNode node, ToLongFunction<JsonNode> number) {
    long sum = number.applyAsLong(node);
    for (JsonNode child : node.path("Plans")) {
      sum += sum(child, number);
    }
    return sum;
  }

  private static long max(JsonNode node, ToLongFunction<JsonNode> number) {
    long max = number.applyAsLong(node);
    for (JsonNode child : node.path("Plans")) {
      max = Math.max(max, max(child, number));
    }
    for (JsonNode worker : node.path("Workers")) {
      max = Math.max(max, number.applyAsLong(worker));
    }
    return max;
  }

  /** Returns a hash of a plan's shape. */
  static String hash(JsonNode plan) {
    StringBuilder shape = new StringBuilder();
    appendShape(plan, shape);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(shape.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static void appendShape(JsonNode node, StringBuilder shape) {
    shape.append('(').append(node.path("Node Type").asText());
    for (String property : List.of("Strategy", "Partial Mode", "Relation Name", "Index Name")) {
      shape.append('|').append(node.path(property).asText());
    }
    node.path("Plans").forEach(child -> appendShape(child, shape));
    shape.append(')');
  }
}
