package org.activitysummary.evaluation.evidence;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.caller.CountingSocketFactory;
import org.activitysummary.evaluation.caller.ServerNotices;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Has the server explain every statement of an implementation while it answers, whatever the
 * statements are: {@code auto_explain} sends each plan as a notice, and the notices are read off
 * the socket. A pass of its own, so that its cost touches no measured time.
 *
 * <p>Loading {@code auto_explain} takes a superuser, so the calls of this pass are made as the
 * owner of the schema; on a server where that is none, there is no evidence, with the reason.
 */
public final class EvidenceStage {

  private static final int MOST_CALLS = 12;
  private static final int FEWEST_CALLS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String OPTIONS =
      String.join(
          " ",
          "-c session_preload_libraries=auto_explain",
          "-c auto_explain.log_min_duration=0",
          "-c auto_explain.log_analyze=on",
          "-c auto_explain.log_buffers=on",
          "-c auto_explain.log_timing=off",
          "-c auto_explain.log_format=json",
          "-c auto_explain.log_level=notice",
          "-c client_min_messages=notice");

  private final ConnectionTarget owner;

  /**
   * Prepares to ask.
   *
   * @param owner how to connect as the owner of the seeded schema
   */
  public EvidenceStage(ConnectionTarget owner) {
    this.owner = owner;
  }

  /** Returns what the server says of calls about one user. */
  public DatabaseEvidence explain(String implementation, SeededUser user) {
    Properties properties = new Properties();
    properties.setProperty("socketFactory", CountingSocketFactory.class.getName());
    properties.setProperty("options", OPTIONS);
    try (HikariDataSource pool = ReaderPool.open(owner, 1, properties)) {
      return explain(implementation, user, Implementations.named(implementation).create(pool));
    } catch (RuntimeException e) {
      return new DatabaseEvidence(
          implementation,
          user.size(),
          0,
          List.of(),
          false,
          "auto_explain could not be used: " + e.getMessage());
    }
  }

  private static DatabaseEvidence explain(
      String implementation, SeededUser user, UserActivityService service) {
    Map<String, StatementEvidence> byPlan = new LinkedHashMap<>();
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    int calls = 0;
    ServerNotices.drain();
    while (calls < FEWEST_CALLS || (calls < MOST_CALLS && System.nanoTime() < giveUp)) {
      calls++;
      service.fetchUserActivitySummary(user.userId());
      for (StatementEvidence seen : statements(calls)) {
        byPlan.merge(seen.sql() + seen.planHash(), seen, (old, now) -> now.after(old));
      }
    }
    List<StatementEvidence> statements = new ArrayList<>(byPlan.values());
    long distinct = statements.stream().map(StatementEvidence::sql).distinct().count();
    return new DatabaseEvidence(
        implementation, user.size(), calls, statements, distinct < statements.size(), null);
  }

  private static List<StatementEvidence> statements(int call) {
    return ServerNotices.drain().stream()
        .filter(PlanReader::isPlan)
        .map(message -> PlanReader.read(message, call))
        .toList();
  }
}
