package org.activitysummary.evaluation.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.candidate.CandidateProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: a project with a candidate to start from. */
@Command(
    name = "init",
    description =
        "Writes a Maven project with a right, if slow, implementation to start from, into a new"
            + " folder of that name.")
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<folder>",
      description = "Its last part names the candidate: lower-case letters, digits and hyphens.")
  private Path folder;

  @Override
  public Integer call() {
    CandidateProject project = CandidateProject.create(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s holds the candidate %s; next:%n", project.folder(), project.name());
    out.printf(
        "  mvn -f %s package   # once the contract is in the local repository: mvn install -pl contract"
            + " -am -DskipTests%n",
        project.folder());
    out.printf("  java -jar %s run --candidate-jar %s%n", program(), project.jar());
    out.flush();
    return 0;
  }

  /** Returns this program as it was typed after {@code java -jar}. */
  private static String program() {
    String classPath = System.getProperty("java.class.path");
    return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
        ? classPath
        : "evaluation.jar";
  }
}
