package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.doctor.Diagnosis;
import org.activitysummary.evaluation.doctor.Diagnosis.State;
import org.activitysummary.evaluation.report.Colours;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private static final Diagnosis JAVA = new Diagnosis("Java", State.OK, "17", "runs");
  private static final Diagnosis NOISE = new Diagnosis("noise", State.LIMITED, "30 %", "wait");
  private static final Diagnosis SERVER = new Diagnosis("PostgreSQL", State.MISSING, "-", "start");

  @Test
  void limitsDoNotMakeAMachineUnusable() {
    assertThat(DoctorCommand.exitCode(List.of(JAVA, NOISE))).isZero();
    assertThat(DoctorCommand.text(List.of(JAVA, NOISE), Colours.NONE))
        .isEqualTo(
            """
            OK       Java           17: runs
            LIMITED  noise          30 %: wait
            An evaluation is possible here, with the limits above.
            """);
  }

  @Test
  void whatIsMissingDoes() {
    assertThat(DoctorCommand.exitCode(List.of(JAVA, SERVER)))
        .isEqualTo(EvaluationMain.NOT_EVALUATED);
    assertThat(DoctorCommand.text(List.of(JAVA, SERVER), Colours.NONE))
        .endsWith("No evaluation is possible here.\n");
  }

  @Test
  void coloursOnlyTheState() {
    assertThat(DoctorCommand.text(List.of(JAVA), new Colours(true)))
        .startsWith("\u001b[32mOK      \u001b[39m\u001b[0m Java");
  }
}
