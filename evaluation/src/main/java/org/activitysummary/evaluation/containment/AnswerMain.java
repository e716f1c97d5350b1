package org.activitysummary.evaluation.containment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.caller.Conversation;
import org.activitysummary.evaluation.caller.ServerNotices;
import org.activitysummary.testbed.target.Target;

/**
 * The process in which one implementation answers: each line on standard input is a {@link
 * Question} as JSON, each line on standard output its {@link Answer}.
 */
public final class AnswerMain {

  static final String READY = "ready";

  private static final int POOL_SIZE = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String implementation;
  private final Map<Place, Asked> asked = new HashMap<>();

  private AnswerMain(String implementation) {
    this.implementation = implementation;
  }

  /** A pool is made once for each. */
  private record Place(String target, Question.Pool pool) {}

  /** An implementation and the pool it was given. */
  private record Asked(UserActivityService service, HikariDataSource pool) {}

  /**
   * Answers until standard input ends.
   *
   * @param arguments name of the implementation
   * @throws IOException if standard input breaks
   */
  public static void main(String[] arguments) throws IOException {
    Conversation conversation = Conversation.begin();
    AnswerMain answers = new AnswerMain(arguments[0]);
    conversation.say(READY);
    for (String line = conversation.next(); line != null; line = conversation.next()) {
      Answer answer = answers.answer(JSON.readValue(line, Question.class));
      conversation.say(JSON.writeValueAsString(answer));
    }
    // Threads that the implementation left behind must not keep the process.
    Runtime.getRuntime().halt(0);
  }

  /** Whatever is thrown, errors included, is an answer; only the end of the process is none. */
  private Answer answer(Question question) {
    Asked to;
    try {
      to =
          asked.computeIfAbsent(new Place(question.target(), question.pool()), p -> open(question));
    } catch (Throwable thrown) {
      return Answer.failed(thrown);
    }
    ServerNotices.drain();
    Answer answer = call(to.service(), question.userId());
    return answer.with(kept(to.pool()), ServerNotices.drain());
  }

  private static Answer call(UserActivityService service, long userId) {
    try {
      long start = System.nanoTime();
      UserActivitySummary summary = service.fetchUserActivitySummary(userId);
      return Answer.of(summary, System.nanoTime() - start);
    } catch (Throwable thrown) {
      return Answer.failed(thrown);
    }
  }

  private Asked open(Question question) {
    Target target = Target.read(question.targetFile());
    HikariDataSource pool =
        ReaderPool.open(target.connection(), POOL_SIZE, properties(question.pool()));
    if (question.pool() == Question.Pool.CLOSED) {
      pool.close();
    }
    return new Asked(Implementations.named(implementation).create(pool), pool);
  }

  private static Properties properties(Question.Pool pool) {
    return pool == Question.Pool.EXPLAINED ? ExplainOptions.driverProperties() : new Properties();
  }

  private static int kept(HikariDataSource pool) {
    return pool.isClosed() ? 0 : pool.getHikariPoolMXBean().getActiveConnections();
  }
}
