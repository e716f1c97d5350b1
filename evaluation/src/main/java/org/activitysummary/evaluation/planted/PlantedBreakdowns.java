package org.activitysummary.evaluation.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.activitysummary.contract.UserActivityService;

/** Faults that would take a process down with them, one nested class each. */
public final class PlantedBreakdowns {

  private static final String OWNER = "functional-correctness";

  private PlantedBreakdowns() {}

  /** The process ends in the middle of a call. */
  public static final class EndsTheProcess extends PlantedFault {
    private static final int CODE = 7;

    /** For the service loader. */
    public EndsTheProcess() {
      super("ends-the-process", OWNER, "calls System.exit");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return user -> {
        System.exit(CODE);
        return right.fetchUserActivitySummary(user);
      };
    }
  }

  /** A call that does not return, and cannot be interrupted. */
  public static final class NeverAnswers extends PlantedFault {
    /** For the service loader. */
    public NeverAnswers() {
      super("never-answers", OWNER, "waits for ever");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return user -> {
        while (user > Long.MIN_VALUE) {
          LockSupport.park();
          Thread.interrupted();
        }
        return right.fetchUserActivitySummary(user);
      };
    }
  }

  /** Every byte of the heap is held. */
  public static final class EatsTheHeap extends PlantedFault {
    private static final int CHUNK_BYTES = 4 << 20;

    /** For the service loader. */
    public EatsTheHeap() {
      super("eats-the-heap", OWNER, "holds memory until there is none left");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      List<byte[]> held = new ArrayList<>();
      return user -> {
        while (held.size() < Integer.MAX_VALUE) {
          held.add(new byte[CHUNK_BYTES]);
        }
        return right.fetchUserActivitySummary(user);
      };
    }
  }
}
