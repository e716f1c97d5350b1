package org.activitysummary.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.PlanTaker;
import org.activitysummary.benchmarks.plan.RecordingDataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
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
import org.openjdk.jmh.runner.IterationType;

/** One implementation on a pool of one connection, and the seeded user it is asked about. */
@State(Scope.Thread)
public class SeededUserState {

  /** System property of a fork that names the file {@link Target} was written to. */
  public static final String TARGET_PROPERTY = "activitysummary.target";

  /** Main class of JMH's forks; without forks, the parent may be a shell that leaves. */
  private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

  /** Name of the implementation under test. */
  @Param({"before", "after"})
  public String implementation;

  /** Rows of the seeded user. */
  @Param({"100", "10000", "100000", "1000000"})
  public int size;

  /**
   * Tells apart the two arms of an A/A comparison, in which one implementation runs twice. Changes
   * nothing of what runs.
   */
  @Param("first")
  public String arm;

  private final CallRecorder calls = new CallRecorder();
  private HikariDataSource pool;
  private RecordingDataSource recorded;
  private UserActivityService service;
  private SeededUser user;
  private boolean mustBeRight;

  /** Opens the pool; not timed. */
  @Setup(Level.Trial)
  public void open() {
    if (System.getProperty("sun.java.command", "").startsWith(FORK)) {
      ParentWatch.endWithParent();
    }
    Target target = Target.read(Path.of(requireTargetFile()));
    user = target.user(size);
    pool = ReaderPool.open(target.connection(), 1);
    UserActivityServiceProvider provider = Implementations.named(implementation);
    mustBeRight = !provider.kind().mayBeInexact();
    recorded = new RecordingDataSource(pool);
    service = provider.create(recorded);
  }

  /**
   * Forgets the warm-up when the first measured iteration begins; not timed.
   *
   * @param iteration given by JMH
   */
  @Setup(Level.Iteration)
  public void startIteration(IterationParams iteration) {
    if (iteration.getType() == IterationType.WARMUP) {
      measuring = false;
    } else if (!measuring) {
      calls.clear();
      measuring = true;
    }
  }

  private boolean measuring;

  /**
   * Writes the raw durations and the plans, if asked for, has the answers change once, if there is
   * somebody to change them, and closes the pool; not timed.
   */
  @TearDown(Level.Trial)
  public void close() {
    String samples = System.getProperty(SampleFile.PROPERTY);
    if (samples != null) {
      calls.writeTo(Path.of(samples));
    }
    String plans = System.getProperty(PlanFile.PROPERTY);
    if (plans != null) {
      PlanFile.write(Path.of(plans), PlanTaker.plans(recorded, pool));
    }
    if (mustBeRight) {
      FreshnessQuestion.ask(service, user.userId(), size);
    }
    pool.close();
  }

  /**
   * Makes one call, keeps its duration, and compares the answer with the oracle's after the clock
   * has stopped.
   *
   * @throws IllegalStateException if the answer is wrong: numbers of a wrong implementation mean
   *     nothing, unless it is a yardstick that need not be right
   */
  UserActivitySummary call() {
    long start = System.nanoTime();
    UserActivitySummary answer = service.fetchUserActivitySummary(user.userId());
    calls.record(System.nanoTime() - start);
    recorded.stop();
    if (mustBeRight && !answer.equals(user.expected())) {
      throw new IllegalStateException(
          "'%s' answered %s for the user of %d rows; expected %s"
              .formatted(implementation, answer, size, user.expected()));
    }
    return answer;
  }

  private static String requireTargetFile() {
    String file = System.getProperty(TARGET_PROPERTY);
    if (file == null) {
      throw new IllegalStateException(
          "System property %s is not set; start the benchmarks with java -jar benchmarks.jar"
              .formatted(TARGET_PROPERTY));
    }
    return file;
  }
}
