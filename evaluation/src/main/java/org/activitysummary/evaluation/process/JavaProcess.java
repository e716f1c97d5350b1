package org.activitysummary.evaluation.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How child JVMs are started: the same java, the same class path, flags that are stated. */
public final class JavaProcess {

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(JavaProcess::destroyChildren, "children"));
  }

  private JavaProcess() {}

  /** Returns the command line of a main class of this program in a JVM with these flags. */
  static List<String> command(List<String> flags, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** Returns the class path of every child: that of this program, and nothing else. */
  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /**
   * Makes sure that no child JVM, JMH's forks included, outlives this one when it is terminated.
   */
  public static void dieTogether() {
    // The hook is set when this class is loaded, once.
  }

  private static void destroyChildren() {
    ProcessHandle.current()
        .descendants()
        .filter(JavaProcess::isJava)
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** Returns whether a process runs the {@code java} program. */
  public static boolean isJava(ProcessHandle handle) {
    Optional<String> command = handle.info().command();
    return command.map(path -> Path.of(path).getFileName().toString().equals("java")).orElse(false);
  }
}
