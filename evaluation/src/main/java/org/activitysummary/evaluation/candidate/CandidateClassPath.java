package org.activitysummary.evaluation.candidate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The program's class path with the jars of candidates behind it.
 *
 * <p>In this process {@link ServiceLoader} finds them through the thread's class loader; child
 * processes, JMH's forks included, start with what the system property {@code java.class.path}
 * says. The program's own classes come first, so that no jar can replace what measures it.
 */
public final class CandidateClassPath implements AutoCloseable {

  private static final String CLASS_PATH = "java.class.path";
  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  private final String classPathBefore = System.getProperty(CLASS_PATH);
  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader loader;

  private CandidateClassPath(List<Path> jars) {
    loader =
        new URLClassLoader(
            "candidates",
            jars.stream().map(CandidateClassPath::url).toArray(URL[]::new),
            CandidateClassPath.class.getClassLoader());
    System.setProperty(
        CLASS_PATH,
        Stream.concat(Stream.of(classPathBefore), jars.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    Thread.currentThread().setContextClassLoader(loader);
  }

  /**
   * Returns the extended class path, in force until it is closed.
   *
   * @param jars of candidates and of what they need; empty changes nothing
   * @throws EvaluationException if one is no jar, or no candidate can be had from them
   */
  public static CandidateClassPath extendedBy(List<Path> jars) {
    List<Path> whole = jars.stream().map(jar -> jar.toAbsolutePath().normalize()).toList();
    whole.forEach(CandidateClassPath::requireJar);
    CandidateClassPath extended = new CandidateClassPath(whole);
    try {
      if (!whole.isEmpty()) {
        extended.requireCandidates(whole);
      }
      return extended;
    } catch (RuntimeException e) {
      extended.close();
      throw e;
    }
  }

  /** Brings the class path back to what it was. */
  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(loaderBefore);
    System.setProperty(CLASS_PATH, classPathBefore);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the jars of candidates", e);
    }
  }

  private void requireCandidates(List<Path> jars) {
    List<UserActivityServiceProvider> found = new ArrayList<>();
    try {
      for (UserActivityServiceProvider provider :
          ServiceLoader.load(UserActivityServiceProvider.class, loader)) {
        if (provider.getClass().getClassLoader() == loader) {
          requireCandidate(provider);
          found.add(provider);
        }
      }
      if (!found.isEmpty()) {
        Implementations.all();
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new EvaluationException(
          "The provider in %s must load but does not: %s; name the jars it needs with further --candidate-jar"
              .formatted(names(jars), reason(e)),
          e);
    }
    if (found.isEmpty()) {
      throw new EvaluationException(
          "Expected a provider in %s but found no META-INF/services/%s; evaluation.jar init writes a project that has one"
              .formatted(names(jars), UserActivityServiceProvider.class.getName()));
    }
  }

  /** Refuses what would spoil a report, or escape being judged. */
  private static void requireCandidate(UserActivityServiceProvider provider) {
    String type = provider.getClass().getName();
    if (provider.name() == null || !provider.name().matches(NAME)) {
      throw new EvaluationException(
          "The name of %s must be lower-case letters, digits and hyphens but is '%s'"
              .formatted(type, provider.name()));
    }
    String description = provider.description();
    if (description == null || description.isBlank() || description.lines().count() != 1) {
      throw new EvaluationException(
          "The description of %s must be one line but is '%s'".formatted(type, description));
    }
    if (provider.kind() != Kind.CANDIDATE) {
      throw new EvaluationException(
          "The kind of %s must be CANDIDATE, as of all that is brought from outside, but is %s; leave kind() as it is"
              .formatted(type, provider.kind()));
    }
  }

  private static void requireJar(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new EvaluationException(
          "Expected a candidate's jar at %s but there is none; build it first".formatted(jar));
    }
    try {
      new JarFile(jar.toFile()).close();
    } catch (IOException e) {
      throw new EvaluationException(
          "Expected a jar at %s but it is none: %s".formatted(jar, e.getMessage()), e);
    }
  }

  private static String names(List<Path> jars) {
    return jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(", "));
  }

  private static String reason(Throwable e) {
    return e.getCause() == null ? e.toString() : e.getMessage() + " (" + e.getCause() + ")";
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException("Every path has a URL: " + jar, e);
    }
  }
}
