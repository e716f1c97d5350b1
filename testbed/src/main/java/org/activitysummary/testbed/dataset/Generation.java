package org.activitysummary.testbed.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One pass over the rows of a dataset; what is known after it is the {@link Outcome}. */
final class Generation {

  /** Added to the size to make a seeded user's id: beyond 32 bits, out of the background's way. */
  private static final long SEEDED_USER_BASE = 9_000_000_000L;

  private final DatasetSpec spec;
  private final List<UserTrack> users;
  private final SplitMix64 random;
  private final EventContent content;
  private final RowBuffer rows;
  private final MessageDigest digest;
  private int events;

  /**
   * What a whole pass found out.
   *
   * @param users the seeded users in the order of the sizes
   * @param fingerprint SHA-256 of all blocks, in hexadecimal
   */
  record Outcome(List<SeededUser> users, String fingerprint) {}

  Generation(DatasetSpec spec, CopyTextSink sink) {
    this.spec = spec;
    users = Stream.concat(seeded(spec), background(spec)).toList();
    random = new SplitMix64(spec.seed());
    content = new EventContent(spec);
    digest = sha256();
    rows =
        new RowBuffer(
            spec.metadataBytes(),
            (text, length, count) -> {
              digest.update(text, 0, length);
              sink.accept(text, length, count);
            });
  }

  /** Makes every row. */
  Outcome run() {
    switch (spec.layout()) {
      case INTERLEAVED -> interleaved();
      case CONTIGUOUS -> contiguous();
    }
    rows.flush();
    return new Outcome(
        users.stream().limit(spec.sizes().size()).map(UserTrack::toSeededUser).toList(),
        HexFormat.of().formatHex(digest.digest()));
  }

  private void interleaved() {
    RemainingRows remaining =
        new RemainingRows(users.stream().mapToLong(UserTrack::rows).toArray());
    while (remaining.total() > 0) {
      row(users.get(remaining.take(random.below(remaining.total()))));
    }
  }

  private void contiguous() {
    for (UserTrack user : users) {
      for (long i = 0; i < user.rows(); i++) {
        row(user);
      }
    }
  }

  private void row(UserTrack user) {
    int event;
    if (user.nextIsCopy(random)) {
      event = drawn(spec.copies().farShare()) ? user.far(random) : user.near(random);
      content.moveTo(event);
      if (drawn(spec.copies().conflictShare())) {
        content.disagree(random.next() < 0);
      }
    } else {
      event = ++events;
      content.moveTo(event);
      user.add(event, content);
    }
    rows.putRow(event * spec.idStride(), user.userId(), content);
  }

  private boolean drawn(double share) {
    return share > 0 && (random.next() >>> 11) * 0x1.0p-53 < share;
  }

  private static Stream<UserTrack> seeded(DatasetSpec spec) {
    return spec.sizes().stream()
        .map(size -> new UserTrack(SEEDED_USER_BASE + size, size, spec.copies().share()));
  }

  private static Stream<UserTrack> background(DatasetSpec spec) {
    int count = spec.background().users();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              long more = i < spec.background().rows() % count ? 1 : 0;
              return new UserTrack(
                  i + 1L, spec.background().rows() / count + more, spec.copies().share());
            });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
