package org.activitysummary.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.PlanTaker;
import org.activitysummary.benchmarks.plan.RecordingDataSource;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/** One implementation on a pool of one connection, and the seeded user it is asked about. */
@State(Scope.Thread)
public class SeededUserState {

  /** System property of a fork that names the file {@link Target} was written to. */
  public static final String TARGET_PROPERTY = "activitysummary.target";

  /** Name of the implementation under test. */
  @Param({"before", "after"})
  public String implementation;

  /** Rows of the seeded user. */
  @Param({"100", "10000", "100000", "1000000"})
  public int size;

  private HikariDataSource pool;
  private RecordingDataSource recorded;
  private TimedCaller caller;
  private SeededUser user;

  /** Opens the pool; not timed. */
  @Setup(Level.Trial)
  public void open() {
    Target target = BenchmarkFork.begin();
    user = target.user(size);
    pool = ReaderPool.open(target.connection(), 1);
    recorded = new RecordingDataSource(pool);
    caller = new TimedCaller(implementation, recorded, user);
  }

  /**
   * Forgets the warm-up when the first measured iteration begins; not timed.
   *
   * @param iteration given by JMH
   */
  @Setup(Level.Iteration)
  public void startIteration(IterationParams iteration) {
    caller.calls().start(iteration.getType());
  }

  /**
   * Writes the raw durations and the plans, if asked for, has the answers change once, if there is
   * somebody to change them, and closes the pool; not timed.
   */
  @TearDown(Level.Trial)
  public void close() {
    String samples = System.getProperty(SampleFile.PROPERTY);
    if (samples != null) {
      caller.calls().writeTo(Path.of(samples));
    }
    String plans = System.getProperty(PlanFile.PROPERTY);
    if (plans != null) {
      PlanFile.write(Path.of(plans), PlanTaker.plans(recorded, pool));
    }
    if (caller.mustBeRight()) {
      FreshnessQuestion.ask(caller.service(), user.userId(), size);
    }
    pool.close();
  }

  /**
   * Makes one call and compares its answer.
   *
   * @throws IllegalStateException if the answer is wrong
   */
  UserActivitySummary call() {
    UserActivitySummary answer = caller.call();
    recorded.stop();
    return answer;
  }
}
