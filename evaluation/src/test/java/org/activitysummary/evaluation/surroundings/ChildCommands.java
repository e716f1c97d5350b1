package org.activitysummary.evaluation.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Collects the command lines of everything this process starts, while it is open. */
final class ChildCommands implements AutoCloseable {

  /**
   * A JVM takes longer to start; looking at all processes more often leaves them no time to run.
   */
  private static final long INTERVAL_MILLIS = 100;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Thread watcher = new Thread(this::watch, "child-commands");
  private volatile boolean closed;

  ChildCommands() {
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Returns the command lines seen so far, arguments separated by blanks. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  private void watch() {
    while (!closed) {
      ProcessHandle.current().descendants().forEach(child -> note(child.pid()));
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void note(long process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process), "cmdline"));
      if (!line.isEmpty()) {
        seen.add(line.replace('\0', ' '));
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
  }
}
