package org.activitysummary.evaluation.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.SchemaFingerprint;

/**
 * Compares the catalogs after each part of an evaluation with those before it, and blames the
 * implementation whose part it was.
 */
public final class SchemaGuard {

  private final EventsSchema schema;
  private final Map<String, SchemaWatch> watches = new LinkedHashMap<>();
  private SchemaFingerprint last;

  /** Takes the fingerprint that every later one is compared with. */
  public SchemaGuard(EventsSchema schema) {
    this.schema = schema;
    this.last = take();
  }

  /**
   * Compares, and books every difference on the implementation that was just at work.
   *
   * @param implementation its name
   */
  public void inspect(String implementation) {
    SchemaFingerprint now = take();
    SchemaWatch before = watches.getOrDefault(implementation, SchemaWatch.begin(last.sha256()));
    watches.put(
        implementation,
        before.with(last.differencesTo(now), last.indexDifferencesTo(now), now.sha256()));
    last = now;
  }

  /** Returns what was seen, by implementation. */
  public Map<String, SchemaWatch> watches() {
    return Map.copyOf(watches);
  }

  private SchemaFingerprint take() {
    try (Connection owner = schema.connectAsOwner()) {
      return SchemaFingerprint.take(owner, schema.name());
    } catch (SQLException e) {
      throw new EvaluationException(
          "The catalogs of schema %s could not be read: %s"
              .formatted(schema.name(), e.getMessage()),
          e);
    }
  }

  /**
   * What was seen while one implementation was at work.
   *
   * @param inspections times the catalogs were compared
   * @param differences sentences, each naming an object
   * @param indexDifferences those about indexes
   * @param before SHA-256 of the catalogs before its first part
   * @param after SHA-256 after its last part
   */
  public record SchemaWatch(
      int inspections,
      List<String> differences,
      List<String> indexDifferences,
      String before,
      String after) {

    /** Returns the differences that are not about indexes. */
    public List<String> otherDifferences() {
      return differences.stream().filter(d -> !indexDifferences.contains(d)).toList();
    }

    private static SchemaWatch begin(String before) {
      return new SchemaWatch(0, List.of(), List.of(), before, before);
    }

    private SchemaWatch with(List<String> more, List<String> moreIndexes, String now) {
      return new SchemaWatch(
          inspections + 1,
          joined(differences, more),
          joined(indexDifferences, moreIndexes),
          before,
          now);
    }

    private static List<String> joined(List<String> some, List<String> more) {
      List<String> all = new ArrayList<>(some);
      all.addAll(more);
      return List.copyOf(all);
    }
  }
}
