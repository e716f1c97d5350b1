package org.activitysummary.evaluation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * {@code report.json}: UTF-8, indented, maps in the order of their keys, the same in every locale.
 */
public final class JsonFormat {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private JsonFormat() {}

  /** Returns the report as a tree, with the same fields and values as its JSON. */
  public static JsonNode tree(Report report) {
    return MAPPER.valueToTree(report);
  }

  /** Returns a report, or another record, as JSON. */
  public static byte[] bytes(Object report) {
    try {
      return MAPPER.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What cannot be JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns what {@link #bytes} made of a list.
   *
   * @throws IOException if it is no such list
   */
  public static <T> List<T> list(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readerForListOf(type).readValue(json);
  }
}
