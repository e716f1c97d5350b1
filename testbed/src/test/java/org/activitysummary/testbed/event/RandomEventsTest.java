package org.activitysummary.testbed.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomEventsTest {

  private static final long USER = 5;

  @ParameterizedTest
  @EnumSource
  void givesTheSameRowsForTheSameSeed(AdverseShape shape) {
    assertThat(RandomEvents.generate(3, shape, USER, 200))
        .isEqualTo(RandomEvents.generate(3, shape, USER, 200));
  }

  @ParameterizedTest
  @EnumSource
  void givesFromNoneToTheMostRows(AdverseShape shape) {
    assertThat(lists(shape)).allMatch(rows -> rows.size() <= 60);
    assertThat(lists(shape)).anyMatch(List::isEmpty).anyMatch(rows -> rows.size() > 50);
  }

  @Test
  void keepsSparseIdsInBlocksOfTheirOwn() {
    lists(AdverseShape.SPARSE_IDS)
        .forEach(
            rows ->
                assertThat(rows.stream().mapToLong(Event::id).distinct().map(id -> id >> 6))
                    .doesNotHaveDuplicates());
  }

  @Test
  void letsConflictingCopiesDisagree() {
    assertThat(conflicts(AdverseShape.CONFLICTING_COPIES)).isGreaterThan(500);
    assertThat(conflicts(AdverseShape.RARE_CONFLICT)).isBetween(1L, 100L);
    assertThat(conflicts(AdverseShape.ALL_COPIES)).isZero();
    assertThat(conflicts(AdverseShape.DENSE_IDS)).isZero();
    assertThat(conflicts(AdverseShape.SPARSE_IDS)).isZero();
    assertThat(conflicts(AdverseShape.MANY_PURCHASES)).isZero();
  }

  @Test
  void wordsEqualPricesDifferently() {
    assertThat(conflicts(AdverseShape.EQUAL_PRICES_IN_OTHER_WORDS)).isZero();
    assertThat(lists(AdverseShape.EQUAL_PRICES_IN_OTHER_WORDS))
        .anyMatch(rows -> rows.stream().distinct().count() > distinctIds(rows));
  }

  @Test
  void reachesTheEndsOfBigint() {
    assertThat(lists(AdverseShape.EXTREME_IDS).flatMap(List::stream).map(Event::id))
        .contains(Long.MIN_VALUE, Long.MAX_VALUE, -65L, -64L);
  }

  @Test
  void sharesIdsWithAnotherUser() {
    assertThat(lists(AdverseShape.SHARED_IDS).flatMap(List::stream).map(Event::userId))
        .contains(USER, USER + 1);
    assertThat(RandomEvents.generate(1, AdverseShape.SHARED_IDS, Long.MAX_VALUE, 100))
        .allMatch(row -> row.userId() >= Long.MAX_VALUE - 1);
  }

  @Test
  void refusesMoreRowsThanItsIdsReach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomEvents.generate(1, AdverseShape.MIXED, USER, 10_001))
        .withMessage("maxRows must be from 0 to 10000 but is 10001");
  }

  private static Stream<List<Event>> lists(AdverseShape shape) {
    return LongStream.range(0, 300).mapToObj(seed -> RandomEvents.generate(seed, shape, USER, 60));
  }

  private static long distinctIds(List<Event> rows) {
    return rows.stream().map(Event::id).distinct().count();
  }

  /** Counts rows that alone would have another summary than the first row of their id. */
  private static long conflicts(AdverseShape shape) {
    return lists(shape).mapToLong(RandomEventsTest::conflicts).sum();
  }

  private static long conflicts(List<Event> rows) {
    Map<Long, UserActivitySummary> first = new HashMap<>();
    long conflicts = 0;
    for (Event row : rows) {
      UserActivitySummary alone = Oracle.summarize(List.of(row), USER);
      UserActivitySummary before = first.putIfAbsent(row.id(), alone);
      conflicts += before == null || before.equals(alone) ? 0 : 1;
    }
    return conflicts;
  }
}
