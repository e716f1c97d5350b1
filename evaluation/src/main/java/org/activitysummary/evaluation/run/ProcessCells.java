package org.activitysummary.evaluation.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.guard.SchemaGuard;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.CallerFlags;
import org.activitysummary.evaluation.process.ProcessCosts;
import org.activitysummary.evaluation.process.ProcessPlan;
import org.activitysummary.evaluation.process.ProcessStage;
import org.activitysummary.evaluation.process.SmallestHeap;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.recording.RecordedProcesses;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.testbed.dataset.SeededUser;

/** What processes of their own cost, cell by cell; an implementation that breaks down has none. */
final class ProcessCells {

  private final Profile profile;
  private final ProcessStage stage;
  private final SmallestHeap smallestHeap;
  private final Progress progress;
  private final CellStore cells;
  private final Breakdowns breakdowns;
  private final Map<Cell, ProcessCosts> costs = new LinkedHashMap<>();
  private final Map<Cell, Long> smallestHeaps = new HashMap<>();

  ProcessCells(
      Profile profile,
      ProcessStage stage,
      SmallestHeap smallestHeap,
      Progress progress,
      CellStore cells,
      Breakdowns breakdowns) {
    this.profile = profile;
    this.stage = stage;
    this.smallestHeap = smallestHeap;
    this.progress = progress;
    this.cells = cells;
    this.breakdowns = breakdowns;
  }

  /** Measures every implementation at every size, under the eyes of the guard. */
  void measure(List<String> implementations, List<SeededUser> users, SchemaGuard guard) {
    ProcessPlan plan =
        new ProcessPlan(
            profile.memoryProcesses(),
            profile.memoryCalls(),
            profile.memoryCalls(),
            CallerFlags.ALL);
    progress.start("memory", implementations.size() * users.size());
    for (SeededUser user : users) {
      for (String name : implementations) {
        if (breakdowns.has(name)) {
          progress.skip();
        } else {
          measure(new Cell(Arm.first(name), user.size()), plan);
        }
        guard.inspect(name);
      }
    }
    progress.end();
  }

  /** Forgets what was measured of those that broke down: a part would pass for the whole. */
  void putBrokenAside() {
    costs.keySet().removeIf(cell -> breakdowns.has(cell.arm().implementation()));
  }

  /** Returns what was measured, in its order. */
  List<RecordedProcesses> recorded() {
    return costs.entrySet().stream().map(e -> recorded(e.getKey(), e.getValue())).toList();
  }

  private void measure(Cell cell, ProcessPlan plan) {
    String name = cell.arm().implementation();
    try {
      costs.put(
          cell,
          cells.step(
              progress,
              cell.toString(),
              "processes, %s, %d".formatted(name, cell.size()),
              ProcessCosts.class,
              () -> stage.measure(name, cell.size(), plan)));
      if (profile.smallestHeap()) {
        smallestHeaps.put(
            cell,
            cells.get(
                "smallest heap, %s, %d".formatted(name, cell.size()),
                Long.class,
                () -> smallestHeap.search(name, cell.size())));
      }
    } catch (CallerFailure e) {
      breakdowns.book(name, "asked about %,d events: %s".formatted(cell.size(), e.getMessage()));
    }
  }

  private RecordedProcesses recorded(Cell cell, ProcessCosts costs) {
    return new RecordedProcesses(
        cell.arm().implementation(),
        cell.size(),
        costs.plan(),
        costs.readings(),
        smallestHeaps.containsKey(cell),
        smallestHeaps.get(cell));
  }
}
