package org.activitysummary.evaluation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.dataset.SeededUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClosedLoopTest {

  private static final UserActivitySummary ANSWER =
      new UserActivitySummary(1, 2, 3, BigDecimal.TEN);
  private static final UserActivitySummary OTHER = new UserActivitySummary(1, 2, 4, BigDecimal.TEN);
  private static final List<SeededUser> USERS = List.of(user(10), user(20), user(30));

  private static SeededUser user(int size) {
    return new SeededUser(size, size, size, size, ANSWER);
  }

  @Test
  void everyUserIsAskedAboutEquallyOften() throws InterruptedException {
    ClosedLoop.Round round = new ClosedLoop(user -> ANSWER, USERS, 4).run(5, 1);

    assertThat(round.answered()).isEqualTo(3 * 4 * 5);
    assertThat(round.nanos().values()).allMatch(times -> times.size() == 4 * 5);
    assertThat(round.errors() + round.wrong()).isZero();
  }

  @Test
  void theSeedDecidesTheOrder() throws InterruptedException {
    assertThat(order(7)).isEqualTo(order(7)).isNotEqualTo(order(8));
  }

  private static List<Long> order(long seed) throws InterruptedException {
    Queue<Long> asked = new ConcurrentLinkedQueue<>();
    UserActivityService service =
        user -> {
          asked.add(user);
          return ANSWER;
        };
    new ClosedLoop(service, USERS, 1).run(5, seed);
    return List.copyOf(asked);
  }

  @Test
  void failuresAndWrongAnswersAreCountedAndTheOthersGoOn() throws InterruptedException {
    Map<Long, UserActivitySummary> answers = Map.of(20L, OTHER, 30L, ANSWER);
    UserActivityService service =
        user -> {
          if (user == 10) {
            throw new OutOfMemoryError("planted");
          }
          return answers.get(user);
        };

    ClosedLoop.Round round = new ClosedLoop(service, USERS, 2).run(3, 1);

    assertThat(round.errors()).isEqualTo(6);
    assertThat(round.wrong()).isEqualTo(6);
    assertThat(round.answered()).isEqualTo(12);
    assertThat(round.firstError()).contains("OutOfMemoryError", "planted");
  }

  @Test
  void allCallersAreAtWorkAtOnce() throws InterruptedException {
    CyclicBarrier all = new CyclicBarrier(3);
    UserActivityService service =
        user -> {
          try {
            all.await(10, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException("nobody else called meanwhile", e);
          }
          return ANSWER;
        };

    assertThat(new ClosedLoop(service, USERS, 3).run(1, 1).errors()).isZero();
  }
}
