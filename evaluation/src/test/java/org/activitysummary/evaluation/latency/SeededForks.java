package org.activitysummary.evaluation.latency;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;

/**
 * Real forks about a small dataset in a schema of their own.
 *
 * @param dataset what is stored
 * @param schema where
 * @param forks that ask about it
 */
record SeededForks(Dataset dataset, EventsSchema schema, JmhFork forks) implements AutoCloseable {

  /** Times nothing that counts. */
  static final ForkPlan SHORT = new ForkPlan(Duration.ofMillis(50), Duration.ofMillis(50));

  /** Stores the events on the shared server. */
  static SeededForks seed(String name, DatasetSpec spec, Path directory) {
    Dataset dataset = Dataset.of(spec);
    EventsSchema schema = EventsSchema.create(EmbeddedServer.shared(), name);
    schema.load(dataset, LoadProgress.SILENT);
    Path target = directory.resolve("target.properties");
    new Target(schema.reader(), dataset.users()).write(target);
    return new SeededForks(dataset, schema, new JmhFork(target, directory, OptionalLong.empty()));
  }

  @Override
  public void close() {
    schema.close();
  }
}
