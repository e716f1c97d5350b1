package org.activitysummary.evaluation.adverse;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.adverse.AdverseFinding.Answers;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.planted.InProcessTimer;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;

/**
 * Loads one adverse dataset after another and asks implementations about it by turns.
 *
 * <p>They run in one JVM and take turns with every call, so the ratios are good and the times are
 * only rough: they lack the fresh processes of the evaluation.
 */
public final class AdverseStage {

  private static final double NANOS_PER_MILLI = 1e6;

  /** The statements of a pooled connection are settled by then, and the table is cached. */
  private static final int WARMUP_CALLS = 4;

  /** Enough rounds for an interval, and an even number of calls for turns there and back. */
  private static final int ROUNDS = 5;

  private static final int CALLS = 2;

  private final Database database;
  private final List<String> implementations;
  private final int size;

  /**
   * Prepares to ask.
   *
   * @param database where schemas can be created
   * @param implementations names; the first is compared with each of the others
   * @param size rows of the user asked about
   */
  public AdverseStage(Database database, List<String> implementations, int size) {
    this.database = database;
    this.implementations = List.copyOf(implementations);
    this.size = size;
  }

  /** Returns what a dataset shows; its schema is gone afterwards. */
  public AdverseFinding ask(AdverseDataset adverse) {
    Dataset dataset = Dataset.of(adverse.spec(adverse.size(size)));
    String schemaName =
        "activity_summary_adverse_"
            + adverse.label().replace('-', '_')
            + "_"
            + ProcessHandle.current().pid();
    try (EventsSchema schema = EventsSchema.create(database, schemaName)) {
      schema.load(dataset, LoadProgress.SILENT);
      try (HikariDataSource pool = ReaderPool.open(schema.reader(), 1)) {
        return ask(adverse, dataset, pool);
      }
    }
  }

  private AdverseFinding ask(AdverseDataset adverse, Dataset dataset, HikariDataSource pool) {
    SeededUser user = dataset.users().get(0);
    Map<String, UserActivityService> services = new LinkedHashMap<>();
    implementations.forEach(name -> services.put(name, Implementations.named(name).create(pool)));
    Map<String, Boolean> exact = new LinkedHashMap<>();
    services.forEach((name, service) -> exact.put(name, isRight(service, user)));
    List<ForkResult> rounds = InProcessTimer.time(services, user, WARMUP_CALLS, ROUNDS, CALLS);
    services.forEach(
        (name, service) -> exact.merge(name, isRight(service, user), (a, b) -> a && b));
    return new AdverseFinding(
        adverse.label(),
        adverse.description(),
        user.size(),
        dataset.rows(),
        dataset.fingerprint(),
        implementations.stream().map(name -> answers(name, exact.get(name), rounds)).toList(),
        comparisons(rounds));
  }

  private static boolean isRight(UserActivityService service, SeededUser user) {
    return service.fetchUserActivitySummary(user.userId()).equals(user.expected());
  }

  private static Answers answers(String name, boolean exact, List<ForkResult> rounds) {
    LatencySample calls =
        LatencySample.pooled(
            rounds.stream()
                .filter(r -> r.cell().arm().implementation().equals(name))
                .map(r -> LatencySample.of(r.nanos()))
                .toList());
    return new Answers(name, exact, calls.size(), calls.median() / NANOS_PER_MILLI);
  }

  private List<Comparison> comparisons(List<ForkResult> rounds) {
    Comparisons all = new Comparisons(rounds, List.of());
    List<Comparison> found = new ArrayList<>();
    for (String reference : implementations.subList(1, implementations.size())) {
      all.of(implementations.get(0), reference).stream()
          .filter(c -> c.quantity().equals(Comparison.LATENCY_P50))
          .forEach(found::add);
    }
    return found;
  }
}
