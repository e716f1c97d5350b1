package org.activitysummary.benchmarks;

/** Ends a child JVM with the process that started it, however that one ends and whatever hangs. */
public final class ParentWatch {

  /** Nobody is left to read it; any code but 0 will do. */
  private static final int ORPHANED = 143;

  private ParentWatch() {}

  /**
   * Halts this JVM within a few seconds after its parent is gone, be it killed. A call that never
   * returns would otherwise keep it, and its connection, alive for ever.
   */
  public static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED)));
  }
}
