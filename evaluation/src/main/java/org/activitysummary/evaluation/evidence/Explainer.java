package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.activitysummary.testbed.database.ConnectionTarget;

/** Explains statements as {@code auto_explain} saw them, with the options that it lacks. */
final class Explainer {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int KILOBYTE = 1024;

  /** The release in which {@code MEMORY} and {@code SERIALIZE} came. */
  private static final int TELLS_MEMORY = 17;

  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*(?:(?:--[^\\n]*\\n|/\\*.*?\\*/)\\s*)*(?:SELECT|WITH)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern VALUE = Pattern.compile("\\$\\d+ = ('(?:[^']|'')*'|NULL)");

  private final ConnectionTarget owner;

  Explainer(ConnectionTarget owner) {
    this.owner = owner;
  }

  /**
   * Returns what the server says.
   *
   * @param sql as the server received it
   * @param values as {@code auto_explain} prints them, {@code $1 = '42'}; empty without any
   * @param settings that differed from the defaults of the server
   */
  Explanation explain(String sql, String values, Map<String, String> settings) {
    if (!QUERY.matcher(sql).matches()) {
      return Explanation.missing("only a query is run once more");
    }
    try (Connection connection =
        DriverManager.getConnection(owner.jdbcUrl(), owner.driverProperties())) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      return explain(connection, sql, values, settings);
    } catch (SQLException | JsonProcessingException e) {
      return Explanation.missing("EXPLAIN could not be used: " + e.getMessage());
    }
  }

  private static Explanation explain(
      Connection connection, String sql, String values, Map<String, String> settings)
      throws SQLException, JsonProcessingException {
    boolean tellsMemory = connection.getMetaData().getDatabaseMajorVersion() >= TELLS_MEMORY;
    String options = "ANALYZE, BUFFERS" + (tellsMemory ? ", MEMORY, SERIALIZE" : "");
    apply(connection, settings);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("PREPARE explained AS " + sql);
      String report;
      try (ResultSet rows =
          statement.executeQuery(
              "EXPLAIN (%s, FORMAT JSON) EXECUTE explained%s"
                  .formatted(options, arguments(values)))) {
        rows.next();
        report = rows.getString(1);
      }
      statement.execute("DEALLOCATE explained");
      connection.rollback();
      return explanation(options, MAPPER.readTree(report).path(0));
    }
  }

  private static void apply(Connection connection, Map<String, String> settings)
      throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        set.setString(1, setting.getKey());
        set.setString(2, setting.getValue());
        set.execute();
      }
    }
  }

  /** Literals without a type; the server gives each the type of its parameter. */
  private static String arguments(String values) {
    Matcher matcher = VALUE.matcher(values);
    String list = matcher.results().map(r -> r.group(1)).collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : "(" + list + ")";
  }

  private static Explanation explanation(String options, JsonNode report) {
    JsonNode memory = report.at("/Planning/Memory Used");
    JsonNode output = report.at("/Serialization/Output Volume");
    boolean all = memory.isNumber() && output.isNumber();
    return new Explanation(
        options,
        PlanReader.hash(report.path("Plan")),
        memory.isNumber() ? memory.asLong() * KILOBYTE : null,
        output.isNumber() ? output.asLong() * KILOBYTE : null,
        report.at("/Plan/Temp Written Blocks").asLong(),
        report.path("Execution Time").asDouble(),
        all ? null : "this version of PostgreSQL does not tell memory and output");
  }
}
