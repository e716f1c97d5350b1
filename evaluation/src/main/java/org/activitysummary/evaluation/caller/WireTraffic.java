package org.activitysummary.evaluation.caller;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What went over the sockets of this process since it started.
 *
 * <p>The driver makes socket factories by class name, so the counters are reached statically.
 */
final class WireTraffic {

  static final WireTraffic OF_THIS_PROCESS = new WireTraffic();

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong statements = new AtomicLong();
  private volatile boolean opaque;

  /** The counters at one moment; {@code rows} and {@code statements} are -1 behind encryption. */
  record Snapshot(long received, long sent, long rows, long statements) {

    Snapshot since(Snapshot earlier) {
      boolean unreadable = rows < 0;
      return new Snapshot(
          received - earlier.received,
          sent - earlier.sent,
          unreadable ? -1 : rows - earlier.rows,
          unreadable ? -1 : statements - earlier.statements);
    }
  }

  Snapshot snapshot() {
    return new Snapshot(
        received.get(), sent.get(), opaque ? -1 : rows.get(), opaque ? -1 : statements.get());
  }

  void addReceived(int bytes) {
    received.addAndGet(bytes);
  }

  void addSent(int bytes) {
    sent.addAndGet(bytes);
  }

  void addRow() {
    rows.incrementAndGet();
  }

  void addStatement() {
    statements.incrementAndGet();
  }

  /** Says that messages can no longer be told apart, because the connection is encrypted. */
  void markOpaque() {
    opaque = true;
  }
}
