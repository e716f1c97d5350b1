package org.activitysummary.benchmarks.ask;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Asks one implementation about one seeded user, once, and says what it took.
 *
 * <p>{@code java -jar ask.jar --target target.properties --implementation after --size 1000000}
 */
public final class AskMain {

  private static final int ANSWERED = 0;
  private static final int FAILED = 1;
  private static final int NOT_EVALUATED = 2;

  private AskMain() {}

  /**
   * Exits with 0 if the answer is right, or with {@code --expect-out-of-memory} if there was none
   * for lack of memory; with 1 if it is otherwise, with 2 if nobody could be asked.
   *
   * @param arguments the options
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    try {
      System.exit(ask(Question.parse(arguments)));
    } catch (IllegalArgumentException | TestbedException e) {
      System.err.println("ask: " + e.getMessage());
      System.exit(NOT_EVALUATED);
    }
  }

  private static int ask(Question question) {
    Target target = Target.read(question.target());
    SeededUser user = target.user(question.size());
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      UserActivityService service = Implementations.named(question.implementation()).create(pool);
      long start = System.nanoTime();
      UserActivitySummary answer = service.fetchUserActivitySummary(user.userId());
      return judge(question, user, answer, (System.nanoTime() - start) / 1e6);
    } catch (OutOfMemoryError | RuntimeException e) {
      if (OutOfMemory.isBehind(e)) {
        return outOfMemory(question);
      }
      say(question, "no answer about the user of %,d rows: %s".formatted(question.size(), e));
      return FAILED;
    }
  }

  private static int judge(
      Question question, SeededUser user, UserActivitySummary answer, double millis) {
    if (!answer.equals(user.expected())) {
      say(question, "wrong: %s; expected %s".formatted(answer, user.expected()));
      return FAILED;
    }
    say(
        question,
        "%,d clicks, %,d views, %,d purchases, total value %s: right for the user of %,d rows"
            .formatted(
                answer.click(),
                answer.view(),
                answer.purchase(),
                answer.totalValue().toPlainString(),
                question.size()));
    say(question, "first call %.0f ms; %s".formatted(millis, ProcessMemory.sentence()));
    if (question.expectOutOfMemory()) {
      say(question, "UNEXPECTED: it was to run out of memory");
      return FAILED;
    }
    return ANSWERED;
  }

  private static int outOfMemory(Question question) {
    say(
        question,
        "out of memory over the user of %,d rows; heap limit %,d MB; %s"
            .formatted(
                question.size(), Runtime.getRuntime().maxMemory() >> 20, ProcessMemory.sentence()));
    if (question.expectOutOfMemory()) {
      say(question, "failed as expected");
      return ANSWERED;
    }
    return FAILED;
  }

  private static void say(Question question, String sentence) {
    System.out.println(question.implementation() + ": " + sentence);
  }
}
