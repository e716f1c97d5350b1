package org.activitysummary.evaluation.planted;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** The planted faults that answer wrongly, one nested class each. */
public final class WrongAnswers {

  private WrongAnswers() {}

  /** Copies count again. */
  public static final class NoDeduplication extends SqlFault {
    /** For the service loader. */
    public NoDeduplication() {
      super(
          "no-deduplication",
          "deduplication",
          "counts every copy",
          PRICE,
          "SELECT type, metadata FROM events WHERE user_id = ?");
    }
  }

  /** The latest copy counts instead of the first. */
  public static final class LastCopyWins extends SqlFault {
    /** For the service loader. */
    public LastCopyWins() {
      super(
          "last-copy-wins",
          "deduplication",
          "the last stored copy counts",
          PRICE,
          "SELECT DISTINCT ON (id) type, metadata FROM events WHERE user_id = ?"
              + " ORDER BY id, ctid DESC");
    }
  }

  /** Prices are added as floating-point numbers. */
  public static final class DoubleArithmetic extends SqlFault {
    /** For the service loader. */
    public DoubleArithmetic() {
      super(
          "double-arithmetic",
          "edge-cases",
          "adds prices in double precision",
          "(" + PRICE + ")::double precision",
          "SELECT DISTINCT ON (id) type, metadata FROM events WHERE user_id = ?"
              + " ORDER BY id, ctid");
    }
  }

  /** A user without events has no answer. */
  public static final class NullForUnknownUser extends PlantedFault {
    /** For the service loader. */
    public NullForUnknownUser() {
      super(
          "null-for-unknown-user",
          "functional-correctness",
          "answers null for a user without events");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return user -> {
        UserActivitySummary answer = right.fetchUserActivitySummary(user);
        return answer.equals(UserActivitySummary.ZERO) ? null : answer;
      };
    }
  }

  /** A failing database looks like a user without events. */
  public static final class SwallowedError extends PlantedFault {
    /** For the service loader. */
    public SwallowedError() {
      super("swallowed-error", "edge-cases", "answers zero when the database fails");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return user -> {
        try {
          return right.fetchUserActivitySummary(user);
        } catch (UserActivityException e) {
          return UserActivitySummary.ZERO;
        }
      };
    }
  }

  /** What was answered once is answered for ever. */
  public static final class Cache extends PlantedFault {
    /** For the service loader. */
    public Cache() {
      super("cache", "functional-correctness", "keeps the first answer about each user");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      Map<Long, UserActivitySummary> answers = new ConcurrentHashMap<>();
      return user -> answers.computeIfAbsent(user, right::fetchUserActivitySummary);
    }
  }
}
