package org.activitysummary.evaluation.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.dataset.SeededUser;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final UserActivitySummary ANSWER =
      new UserActivitySummary(1, 2, 3, BigDecimal.TEN);
  private static final SeededUser SMALL = user(1);
  private static final List<SeededUser> OTHERS = List.of(user(20), user(300));

  private final List<String> asked = new ArrayList<>();

  private static SeededUser user(int size) {
    return new SeededUser(size, size, size, size, ANSWER);
  }

  private AnsweredCalls calls(String connection, LongFunction<UserActivitySummary> answers) {
    return new AnsweredCalls(
        new UserActivityServiceProvider() {
          @Override
          public String name() {
            return "invented";
          }

          @Override
          public String description() {
            return "answers from memory";
          }

          @Override
          public UserActivityService create(DataSource pool) {
            return userId -> {
              asked.add(connection + userId);
              return answers.apply(userId);
            };
          }
        },
        null);
  }

  private Turns turns(LongFunction<UserActivitySummary> answers) {
    return new Turns(calls("shared ", answers), calls("own ", answers), SMALL, OTHERS);
  }

  @Test
  void eachOfTheOthersComesRightBeforeTheSmallUserWhoTakesTurnsWhichConnectionIsFirst() {
    Turns.Together times = turns(user -> ANSWER).together(4);

    assertThat(asked)
        .containsExactly(
            "shared 300",
            "shared 1",
            "own 1",
            "shared 20",
            "shared 1",
            "own 1",
            "shared 300",
            "own 1",
            "shared 1",
            "shared 20",
            "own 1",
            "shared 1");
    assertThat(times.shared()).hasSize(4);
    assertThat(times.own()).hasSize(4);
  }

  @Test
  void theOrderWithoutTheOwnConnectionIsTheSame() {
    assertThat(turns(user -> ANSWER).order(3))
        .extracting(SeededUser::size)
        .containsExactly(300, 1, 20, 1, 300, 1);
  }

  @Test
  void wrongAnswersAreCounted() {
    Turns turns =
        turns(user -> user == 20 ? new UserActivitySummary(0, 0, 0, BigDecimal.ZERO) : ANSWER);

    turns.together(4);
    turns.alone(5);

    assertThat(turns.calls()).isEqualTo(3 * 4 + 5);
    assertThat(turns.wrong()).isEqualTo(2);
  }

  @Test
  void aCallThatFailsIsNamed() {
    Turns turns =
        turns(
            user -> {
              throw new UserActivityException(user, new IllegalStateException("planted"));
            });

    assertThatThrownBy(() -> turns.alone(1))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll("'invented'", "user of 1 rows");
  }
}
