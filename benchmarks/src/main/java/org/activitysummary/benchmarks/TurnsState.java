package org.activitysummary.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/**
 * Several implementations in one JVM, each on a pool of one connection of its own, and the seeded
 * user they are asked about in turns.
 */
@State(Scope.Thread)
public class TurnsState {

  /** Between the names of implementations. */
  public static final String SEPARATOR = "+";

  /**
   * Names in the order of the first turns; one may stand there twice, to be held against itself.
   */
  @Param("before+after")
  public String implementations;

  /** Rows of the seeded user. */
  @Param({"100", "10000", "100000", "1000000"})
  public int size;

  private final List<TimedCaller> callers = new ArrayList<>();
  private final List<HikariDataSource> pools = new ArrayList<>();
  private TurnFile turn;
  private Litter litter;

  /** Opens the pools; not timed. */
  @Setup(Level.Trial)
  public void open() {
    Target target = BenchmarkFork.begin();
    SeededUser user = target.user(size);
    String file = System.getProperty(TurnFile.PROPERTY);
    turn = file == null ? TurnFile.unkept() : TurnFile.create(Path.of(file));
    String[] names = implementations.split("\\" + SEPARATOR);
    for (int i = 0; i < names.length; i++) {
      turn.startTurn(i);
      HikariDataSource pool = ReaderPool.open(target.connection(), 1);
      pools.add(pool);
      callers.add(new TimedCaller(names[i], pool, user));
    }
    turn.endTurn();
    litter = new Litter();
  }

  /**
   * Forgets the warm-up when the first measured iteration begins; not timed.
   *
   * @param iteration given by JMH
   */
  @Setup(Level.Iteration)
  public void startIteration(IterationParams iteration) {
    callers.forEach(caller -> caller.calls().start(iteration.getType()));
  }

  /** Each makes a call in the order of the names, and each another one on the way back. */
  int thereAndBack() {
    int answers = 0;
    for (int i = 0; i < callers.size(); i++) {
      answers ^= call(i);
    }
    for (int i = callers.size() - 1; i >= 0; i--) {
      answers ^= call(i);
    }
    return answers;
  }

  private int call(int index) {
    turn.startTurn(index);
    int answer = callers.get(index).call().hashCode();
    turn.endTurn();
    litter.clear();
    return answer;
  }

  /** Writes the raw durations, a file for each name, and closes the pools; not timed. */
  @TearDown(Level.Trial)
  public void close() {
    String samples = System.getProperty(SampleFile.PROPERTY);
    for (int i = 0; samples != null && i < callers.size(); i++) {
      callers.get(i).calls().writeTo(SampleFile.ofTurn(Path.of(samples), i));
    }
    pools.forEach(HikariDataSource::close);
  }
}
