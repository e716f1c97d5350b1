package org.activitysummary.testbed.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetTest {

  private static final DatasetSpec SMALL =
      DatasetSpec.standard().withSizes(List.of(1, 100, 5_000, 20_000)).withBackground(50, 3_033);

  @Test
  void givesTheSameBytesAsEver() {
    assertThat(Dataset.of(SMALL).fingerprint())
        .isEqualTo("d8c2ad780cdbc58c695ab5e002acafea5b89d7a369482dff4ade2a05e1ef71cc");
  }

  @Test
  void dependsOnTheSeed() {
    assertThat(Dataset.of(SMALL.withSeed(43)).fingerprint())
        .isNotEqualTo(Dataset.of(SMALL).fingerprint());
  }

  @Test
  void tellsTheSameBeforeAndAfterItsRowsAreTaken() {
    Dataset taken = Dataset.of(SMALL);
    taken.copyText((text, length, rows) -> {});

    assertThat(taken.fingerprint()).isEqualTo(Dataset.of(SMALL).fingerprint());
    assertThat(taken.users()).isEqualTo(Dataset.of(SMALL).users());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void knowsItsAnswersByConstruction(DatasetSpec spec) {
    Dataset dataset = Dataset.of(spec);
    List<Event> rows = rows(spec);

    for (SeededUser user : dataset.users()) {
      List<Event> own = rows.stream().filter(row -> row.userId() == user.userId()).toList();
      assertThat(user.expected()).isEqualTo(Oracle.summarize(rows, user.userId()));
      assertThat(user.rows()).isEqualTo(user.size()).isEqualTo(own.size());
      assertThat(user.distinctEvents()).isEqualTo(own.stream().map(Event::id).distinct().count());
      assertThat(user.rows() - user.distinctEvents())
          .isEqualTo(Math.min(Math.round(user.size() * spec.copies().share()), user.size() - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void hasExactlyTheRowsItSays(DatasetSpec spec) {
    List<Event> rows = rows(spec);
    Map<Long, Long> rowsByUser =
        rows.stream().collect(Collectors.groupingBy(Event::userId, Collectors.counting()));

    assertThat(rows).hasSize(Math.toIntExact(spec.rows()));
    assertThat(rowsByUser).hasSize(spec.sizes().size() + spec.background().users());
    spec.sizes()
        .forEach(size -> assertThat(rowsByUser).containsEntry(9_000_000_000L + size, (long) size));
  }

  static Stream<DatasetSpec> specs() {
    return Stream.of(
        SMALL,
        SMALL.withSeed(-1).withLayout(Layout.CONTIGUOUS),
        SMALL.withCopyShare(1).withConflictShare(0.5).withPriceShares(0.3, 0.3, 0.4),
        SMALL.withCopyShare(0).withIdStride(1_000_000).withTypeShares(0, 0, 1, 0),
        SMALL.withTypeShares(0.1, 0.1, 0.1, 0.7).withConflictShare(1).withFarCopyShare(1),
        SMALL.withMetadataBytes(300).withFarCopyShare(0),
        SMALL.withSizes(List.of(1)).withBackground(0, 0),
        SMALL.withSizes(List.of(10)).withBackground(3, 30_000));
  }

  @Test
  void letsIdsFollowTimeWithoutGaps() {
    Set<Long> seen = new HashSet<>();
    long last = 0;
    for (Event row : rows(SMALL.withIdStride(64))) {
      if (seen.add(row.id())) {
        assertThat(row.id()).isEqualTo(last + 64);
        last = row.id();
      }
    }
  }

  @Test
  void repeatsTheEventInACopy() {
    Map<Long, Event> first = new HashMap<>();
    for (Event row : rows(SMALL)) {
      Event original = first.putIfAbsent(row.id(), row);
      assertThat(original == null || original.equals(row)).isTrue();
    }
  }

  @Test
  void letsEveryDisagreeingCopyDisagree() {
    Map<Long, Event> first = new HashMap<>();
    int copies = 0;
    for (Event row : rows(SMALL.withConflictShare(1).withTypeShares(0.2, 0.2, 0.5, 0.1))) {
      Event original = first.putIfAbsent(row.id(), row);
      if (original != null) {
        copies++;
        assertThat(row).isNotEqualTo(original);
        assertThat(Oracle.summarize(List.of(row), row.userId()))
            .isNotEqualTo(Oracle.summarize(List.of(original), row.userId()));
      }
    }
    assertThat(copies).isGreaterThan(1_000);
  }

  @Test
  void putsCopiesNearTheirOriginalsOrFarFromThem() {
    assertThat(distances(SMALL.withFarCopyShare(0))).allMatch(distance -> distance <= 8);
    assertThat(distances(SMALL.withFarCopyShare(1)).stream().filter(d -> d > 1_000).count())
        .isGreaterThan(500);
  }

  // How many events of the largest user lie between a copy and its original.
  private static List<Integer> distances(DatasetSpec spec) {
    Map<Long, Integer> numbers = new HashMap<>();
    List<Integer> distances = new ArrayList<>();
    for (Event row : rows(spec)) {
      if (row.userId() == 9_000_020_000L) {
        Integer number = numbers.putIfAbsent(row.id(), numbers.size());
        if (number != null) {
          distances.add(numbers.size() - number);
        }
      }
    }
    assertThat(distances).hasSize(1_000);
    return distances;
  }

  @Test
  void mixesUsersAsTheyWouldArrive() {
    List<Event> rows = rows(SMALL);
    long early =
        rows.subList(0, rows.size() / 2).stream().filter(r -> r.userId() == 9_000_020_000L).count();

    assertThat(early).isBetween(9_700L, 10_300L);
  }

  @Test
  void keepsTheRowsOfAUserTogetherWhenAsked() {
    List<Long> runs = new ArrayList<>();
    for (Event row : rows(SMALL.withLayout(Layout.CONTIGUOUS))) {
      if (runs.isEmpty() || runs.get(runs.size() - 1) != row.userId()) {
        runs.add(row.userId());
      }
    }

    assertThat(runs).doesNotHaveDuplicates().startsWith(9_000_000_001L, 9_000_000_100L);
  }

  @Test
  void keepsToTheSharesOfTypesAndPrices() {
    List<Event> rows =
        rows(SMALL.withTypeShares(0.1, 0.2, 0.6, 0.1).withPriceShares(0.3, 0.2, 0.1));
    long purchases = count(rows, "purchase");

    assertThat(count(rows, "click") / (double) rows.size()).isBetween(0.09, 0.11);
    assertThat(count(rows, "view") / (double) rows.size()).isBetween(0.19, 0.21);
    assertThat(purchases / (double) rows.size()).isBetween(0.58, 0.62);
    assertThat(matching(rows, ".*\"price\": [0-9.]+, .*") / (double) purchases)
        .isBetween(0.38, 0.42);
    assertThat(matching(rows, ".*\"price\": \"[0-9.]+\", .*") / (double) purchases)
        .isBetween(0.28, 0.32);
    assertThat(matching(rows, "\\{\"currency\": \"EUR\"}") / (double) purchases)
        .isBetween(0.18, 0.22);
  }

  @Test
  void padsMetadataToALeastLength() {
    assertThat(rows(SMALL.withMetadataBytes(300))).allMatch(row -> row.metadata().length() == 300);
    assertThat(rows(SMALL.withMetadataBytes(36)))
        .allMatch(row -> row.metadata().length() >= 36 && row.metadata().length() < 50);
  }

  private static long count(List<Event> rows, String type) {
    return rows.stream().filter(row -> row.type().equals(type)).count();
  }

  private static long matching(List<Event> rows, String metadata) {
    return rows.stream().filter(row -> row.metadata().matches(metadata)).count();
  }

  private static List<Event> rows(DatasetSpec spec) {
    List<Event> rows = new ArrayList<>();
    Dataset.of(spec).forEach(rows::add);
    return rows;
  }
}
