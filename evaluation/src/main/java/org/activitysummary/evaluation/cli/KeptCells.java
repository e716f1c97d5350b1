package org.activitysummary.evaluation.cli;

import java.io.PrintStream;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.resumption.CellFolder;

/**
 * Says how to go on when a run ends without a report, by an error or by Ctrl-C, and leaves no empty
 * folder behind.
 */
final class KeptCells implements AutoCloseable {

  private final ReportDirectory directory;
  private final CellFolder cells;
  private final PrintStream err;
  private final Thread atExit;
  private boolean finished;

  KeptCells(ReportDirectory directory, CellFolder cells, PrintStream err) {
    this.directory = directory;
    this.cells = cells;
    this.err = err;
    this.atExit = new Thread(this::explain, "kept-cells");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** The report is written: nothing is kept. */
  void finish() {
    cells.finish();
    finished = true;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // The JVM is ending, so the hook explains.
    }
    explain();
  }

  private void explain() {
    if (finished) {
      return;
    }
    int kept = cells.kept();
    if (kept == 0) {
      cells.finish();
      directory.close();
    } else {
      err.printf(
          "evaluation: %d finished measurements are kept in %s; continue with the same options and --resume%n",
          kept, directory.path());
    }
  }
}
