package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.conformance.Conformance;

/** The same seed must give the same rows, and a run must leave nothing behind. */
record SetupTeardownCheck() implements Check {

  @Override
  public String id() {
    return "setup-teardown";
  }

  @Override
  public String requirement() {
    return "R7";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    SetupTeardown setup = evidence.setup();
    if (setup == null) {
      return Finding.inconclusive("Setup and teardown were not compared.");
    }
    List<String> troubles = new ArrayList<>();
    Conformance conformance = evidence.conformance().get(implementation);
    if (conformance != null) {
      troubles.addAll(conformance.connections().failures());
    }
    if (!setup.firstFingerprint().equals(setup.secondFingerprint())) {
      troubles.add(
          "the same spec gave rows %s and then %s"
              .formatted(setup.firstFingerprint(), setup.secondFingerprint()));
    }
    if (setup.rowsLoaded() != setup.rowsAtEnd()) {
      troubles.add(
          "%d rows were loaded but %d are there at the end"
              .formatted(setup.rowsLoaded(), setup.rowsAtEnd()));
    }
    if (setup.schemasLeft() > 0) {
      troubles.add("%d schemas of this run are still there".formatted(setup.schemasLeft()));
    }
    return Finding.counted(
        troubles.isEmpty(),
        troubles.size(),
        0,
        "troubles",
        troubles.isEmpty()
            ? "The dataset came out the same twice and kept its rows; connections were given back and schemas removed."
            : "Setup or teardown went wrong: %s.".formatted(String.join("; ", troubles)),
        List.of("dataset sha256 " + setup.firstFingerprint()));
  }
}
