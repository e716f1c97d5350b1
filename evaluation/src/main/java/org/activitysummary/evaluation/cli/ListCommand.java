package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.check.Check;
import org.activitysummary.evaluation.check.Checks;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.dataset.DatasetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: what there is to choose from. */
@Command(name = "list", description = "Lists implementations, checks, sizes and profiles.")
final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CandidateOptions candidates;

  @Override
  public Integer call() {
    return candidates.onClassPath(this::list);
  }

  private int list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("implementations");
    for (UserActivityServiceProvider provider : Implementations.all()) {
      out.printf(
          Locale.ROOT,
          "  %-20s %-12s %s%n",
          provider.name(),
          provider.kind().label(),
          provider.description());
    }
    out.println("checks");
    for (Check check : new Checks(LookPlan.standard()).all()) {
      out.printf(Locale.ROOT, "  %-24s %s%n", check.id(), check.requirement());
    }
    out.println("sizes");
    DatasetSpec.standard().sizes().forEach(size -> out.printf(Locale.ROOT, "  %,d%n", size));
    out.println("profiles");
    for (Profile profile : Profile.ALL) {
      out.printf(
          Locale.ROOT,
          "  %-8s %d rounds, %d forks in turns per size, %d calls per implementation and size where they must be proven%n",
          profile.name(),
          profile.rounds(),
          profile.turnForks(),
          profile.samples());
    }
    out.flush();
    return 0;
  }
}
