package org.activitysummary.testbed.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;

/**
 * A schema that holds a dataset: loaded now, or by an earlier run on the same data directory.
 *
 * <p>An earlier run's rows are used only if everything that they depend on is the same: the spec,
 * the fingerprint of the dataset generated anew, the rows read back, the catalogs, the server's
 * version and its settings.
 *
 * @param schema close it; what is kept stays
 * @param rows stored
 * @param reused whether an earlier run loaded them
 */
public record SeededSchema(EventsSchema schema, long rows, boolean reused)
    implements AutoCloseable {

  /** One name for all runs on a data directory, so that the next run finds it. */
  private static final String KEPT_NAME = "activity_summary_seeded";

  /**
   * Returns the schema with the dataset in it.
   *
   * @param database where; its kept directory, if it has one, decides whether rows are reused
   * @param name of the schema when nothing is kept
   * @param dataset the rows
   * @param progress hears how far a load is
   * @throws TestbedException if the rows cannot be loaded, or those kept are of something else
   */
  public static SeededSchema provide(
      Database database, String name, Dataset dataset, LoadProgress progress) {
    if (database.keptDirectory().isEmpty()) {
      return load(EventsSchema.create(database, name), dataset, progress);
    }
    Path directory = database.keptDirectory().get();
    Optional<SeedRecord> record = SeedRecord.read(directory);
    try {
      dropLeftovers(database, record.isPresent());
      return record.isPresent()
          ? reuse(database, directory, record.get(), dataset)
          : loadAndKeep(database, directory, dataset, progress);
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected to use the data in %s but: %s; remove that folder and run again"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    schema.close();
  }

  private static SeededSchema load(EventsSchema schema, Dataset dataset, LoadProgress progress) {
    try {
      return new SeededSchema(schema, schema.load(dataset, progress).rows(), false);
    } catch (RuntimeException e) {
      schema.close();
      throw e;
    }
  }

  private static SeededSchema loadAndKeep(
      Database database, Path directory, Dataset dataset, LoadProgress progress)
      throws SQLException {
    EventsSchema schema = EventsSchema.create(database, KEPT_NAME);
    SeededSchema loaded = load(schema, dataset, progress);
    record(database, schema, dataset).write(directory);
    schema.keep();
    return loaded;
  }

  private static SeededSchema reuse(
      Database database, Path directory, SeedRecord record, Dataset dataset) throws SQLException {
    EventsSchema schema = EventsSchema.reopen(database, KEPT_NAME);
    List<String> differences = record.differencesTo(record(database, schema, dataset));
    if (!differences.isEmpty()) {
      schema.close();
      throw new TestbedException(
          "Expected the data in %s to be those of this run but: %s; remove that folder, or name another"
              .formatted(directory, String.join("; ", differences)));
    }
    schema.warm();
    return new SeededSchema(schema, dataset.rows(), true);
  }

  private static SeedRecord record(Database database, EventsSchema schema, Dataset dataset)
      throws SQLException {
    Properties facts = new Properties();
    put(facts, "dataset", dataset.spec().toMap());
    facts.setProperty("dataset.fingerprint", dataset.fingerprint());
    facts.setProperty("server.version", database.version());
    put(facts, "setting", database.settings());
    try (Connection owner = schema.connectAsOwner()) {
      facts.setProperty("catalog", SchemaFingerprint.take(owner, KEPT_NAME).sha256());
      facts.setProperty("rows", StoredRows.fingerprint(owner));
    }
    return new SeedRecord(facts);
  }

  private static void put(Properties facts, String group, Map<String, ?> values) {
    values.forEach((name, value) -> facts.setProperty(group + "." + name, value.toString()));
  }

  /** Drops what runs that were killed left in the data directory, which nobody else uses now. */
  private static void dropLeftovers(Database database, boolean seeded) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      List<String> leftovers = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT nspname FROM pg_namespace WHERE obj_description(oid, 'pg_namespace') = '%s'"
                  .formatted(EventsSchema.COMMENT))) {
        while (rows.next()) {
          leftovers.add(rows.getString(1));
        }
      }
      if (seeded) {
        leftovers.remove(KEPT_NAME);
      }
      for (String leftover : leftovers) {
        statement.execute("DROP SCHEMA %s CASCADE".formatted(leftover));
        statement.execute("DROP ROLE IF EXISTS %s".formatted(Reader.roleOf(leftover)));
      }
    }
  }
}
