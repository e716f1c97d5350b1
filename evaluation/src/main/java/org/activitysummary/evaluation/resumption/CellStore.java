package org.activitysummary.evaluation.resumption;

import java.util.List;
import java.util.function.Supplier;
import org.activitysummary.evaluation.progress.Progress;

/**
 * Keeps what a run has measured so far. A stage asks here before it measures; a continued run is
 * given what the aborted one measured.
 */
public interface CellStore {

  /** Keeps nothing. */
  CellStore NONE =
      new CellStore() {
        @Override
        public <T> T get(String name, Class<T> type, Supplier<T> measuring) {
          return measuring.get();
        }

        @Override
        public boolean has(String name) {
          return false;
        }

        @Override
        public void agree(String what, String value) {
          // Nothing was kept that could disagree.
        }

        @Override
        public List<String> resumedAt() {
          return List.of();
        }

        @Override
        public int reused() {
          return 0;
        }
      };

  /**
   * Returns a cell: as it was measured before the run was aborted, or else as it is measured now
   * and kept at once.
   *
   * @param name unique in the run
   * @param type of the cell
   * @param measuring measures it
   * @throws IllegalStateException if the name was asked for before: two measurements would become
   *     one
   */
  <T> T get(String name, Class<T> type, Supplier<T> measuring);

  /**
   * Returns a cell that is one step of a stage.
   *
   * @param progress told that the step begins, or that it was done before
   * @param what the step is, one line
   */
  default <T> T step(
      Progress progress, String what, String name, Class<T> type, Supplier<T> measuring) {
    if (has(name)) {
      progress.skip();
    } else {
      progress.step(what);
    }
    return get(name, type, measuring);
  }

  /** Returns whether the cell was measured before the run was aborted. */
  boolean has(String name);

  /**
   * Makes sure that old and new cells may stand side by side in one report.
   *
   * @param what must be the same, in words
   * @param value of this run
   * @throws org.activitysummary.evaluation.EvaluationException if the aborted run had another value
   */
  void agree(String what, String value);

  /** Returns when the run was continued, ISO 8601 in UTC; empty if it never was. */
  List<String> resumedAt();

  /** Returns how many cells were not measured again. */
  int reused();
}
