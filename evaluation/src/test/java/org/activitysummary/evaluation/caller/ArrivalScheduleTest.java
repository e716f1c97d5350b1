package org.activitysummary.evaluation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.caller.ArrivalSchedule.Arrival;
import org.activitysummary.testbed.dataset.SeededUser;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  private static final List<SeededUser> USERS =
      List.of(user(100), user(10_000), user(100_000), user(1_000_000));

  @Test
  void spacesConstantArrivalsEvenly() {
    List<Arrival> arrivals = schedule(false, 10, 1).arrivals();

    assertThat(arrivals).hasSize(10);
    assertThat(arrivals.get(3).nanos()).isEqualTo(300_000_000);
  }

  @Test
  void keepsTheAverageRateOfPoissonArrivals() {
    assertThat(schedule(true, 100, 100).arrivals().size()).isBetween(9_700, 10_300);
  }

  @Test
  void asksAboutLargeUsersMoreRarely() {
    List<Arrival> arrivals = schedule(true, 100, 100).arrivals();

    assertThat(share(arrivals, 100)).isBetween(0.65, 0.70);
    assertThat(share(arrivals, 1_000_000)).isBetween(0.018, 0.032);
  }

  @Test
  void isDecidedByTheSeed() {
    assertThat(schedule(true, 50, 2)).isEqualTo(schedule(true, 50, 2));
  }

  private static ArrivalSchedule schedule(boolean poisson, double rate, int seconds) {
    return ArrivalSchedule.of(poisson, rate, Duration.ofSeconds(seconds), USERS, 42);
  }

  private static double share(List<Arrival> arrivals, int size) {
    return arrivals.stream().filter(a -> a.user().size() == size).count()
        / (double) arrivals.size();
  }

  private static SeededUser user(int size) {
    return new SeededUser(size, size, size, size, UserActivitySummary.ZERO);
  }
}
