package org.activitysummary.testbed.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.Event;

/**
 * The cases of {@code cases.json}, written by hand, answers included.
 *
 * <p>Each has {@code name}, {@code category}, {@code why}, {@code rows} and {@code expected}, and
 * {@code userId} unless that is 1. A row has {@code id}, {@code type} and, unless it is SQL NULL,
 * {@code metadata} as JSON text; {@code userId} where it is another user's. {@code repeat} stores a
 * row so many times, each time with the next id. In texts {@code {digits:n}} stands for n digits 7,
 * {@code {open:n}} and {@code {close:n}} for n brackets.
 */
public final class ConformanceCases {

  private static final String RESOURCE = "cases.json";
  private static final long USUAL_USER = 1;
  private static final Pattern REPEATED = Pattern.compile("\\{(digits|open|close):(\\d+)\\}");
  private static final Map<String, String> CHARACTERS =
      Map.of("digits", "7", "open", "[", "close", "]");

  private static final List<ConformanceCase> ALL = read();

  private ConformanceCases() {}

  /**
   * Returns every case.
   *
   * @return in the order of the resource; names are unique
   */
  public static List<ConformanceCase> all() {
    return ALL;
  }

  private static List<ConformanceCase> read() {
    List<ConformanceCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : document()) {
      ConformanceCase conformanceCase = conformanceCase(node);
      if (!names.add(conformanceCase.name())) {
        throw new IllegalStateException("two cases are named " + conformanceCase.name());
      }
      cases.add(conformanceCase);
    }
    return List.copyOf(cases);
  }

  private static ConformanceCase conformanceCase(JsonNode node) {
    long userId = node.path("userId").asLong(USUAL_USER);
    JsonNode expected = node.required("expected");
    return new ConformanceCase(
        node.required("name").textValue(),
        ConformanceCase.Category.valueOf(node.required("category").textValue()),
        node.required("why").textValue(),
        userId,
        rows(node.required("rows"), userId),
        new UserActivitySummary(
            expected.path("click").asLong(0),
            expected.path("view").asLong(0),
            expected.path("purchase").asLong(0),
            new BigDecimal(expanded(expected.path("totalValue").asText("0")))));
  }

  private static List<Event> rows(JsonNode nodes, long usualUser) {
    List<Event> rows = new ArrayList<>();
    for (JsonNode node : nodes) {
      long id = node.required("id").longValue();
      long userId = node.path("userId").asLong(usualUser);
      String metadata = node.has("metadata") ? expanded(node.get("metadata").textValue()) : null;
      String type = expanded(node.required("type").textValue());
      for (int i = 0; i < node.path("repeat").asInt(1); i++) {
        rows.add(new Event(id + i, userId, type, metadata));
      }
    }
    return rows;
  }

  private static String expanded(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(
            found -> CHARACTERS.get(found.group(1)).repeat(Integer.parseInt(found.group(2))));
  }

  private static JsonNode document() {
    try (InputStream stream = ConformanceCases.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the resource " + RESOURCE + " in the jar", e);
    }
  }
}
