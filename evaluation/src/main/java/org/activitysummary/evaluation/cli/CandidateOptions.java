package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.candidate.CandidateClassPath;
import org.activitysummary.evaluation.candidate.MavenArtifact;
import picocli.CommandLine.Option;

/** Which implementations are brought from outside. */
final class CandidateOptions {

  @Option(
      names = "--candidate-jar",
      split = ",",
      paramLabel = "<jar>",
      description =
          "A jar with a UserActivityServiceProvider, or one that such a jar needs; may be repeated.")
  private List<Path> jars = List.of();

  @Option(
      names = "--candidate",
      split = ",",
      paramLabel = "<group:artifact:version>",
      description =
          "A Maven artifact with a UserActivityServiceProvider, with all that it depends on; may be"
              + " repeated. Needs mvn.")
  private List<String> artifacts = List.of();

  /**
   * Does something with the candidates on the class path, of this process and of its children.
   *
   * @return the exit code of what is done
   * @throws EvaluationException if there is no candidate in what is named
   */
  int onClassPath(IntSupplier work) {
    List<Path> paths = new ArrayList<>(jars);
    for (String artifact : Words.of(artifacts)) {
      paths.addAll(MavenArtifact.parse(artifact).classPath());
    }
    CandidateClassPath extended = CandidateClassPath.extendedBy(paths);
    try {
      return work.getAsInt();
    } finally {
      extended.close();
    }
  }
}
