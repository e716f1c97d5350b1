package org.activitysummary.evaluation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The files of one process below {@code /proc}, where Linux has them and lets them be read. */
final class ProcFile {

  private static final int KILOBYTE = 1024;

  private static final Path PROC = Path.of("/proc");

  private ProcFile() {}

  /**
   * Returns a size of {@code /proc/PID/status} in bytes.
   *
   * @param field such as {@code VmRSS}, {@code VmHWM}, {@code RssAnon}
   * @return empty if the process is gone, hidden, or not on Linux
   */
  static OptionalLong statusBytes(long processId, String field) {
    return read(processId, "status")
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
        .findFirst();
  }

  /** Returns the text of a file, empty if it cannot be read. */
  static String read(long processId, String file) {
    return read(PROC, processId, file);
  }

  /** Returns the text of a file in a folder that need not exist. */
  static String read(Path proc, long processId, String file) {
    try {
      return Files.readString(
          proc.resolve(Long.toString(processId)).resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Sets {@code VmHWM} back to the present resident set; false if the system does not let us. */
  static boolean resetPeak(long processId) {
    try {
      Files.writeString(PROC.resolve(Long.toString(processId)).resolve("clear_refs"), "5");
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
