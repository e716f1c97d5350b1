package org.activitysummary.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.EvaluationException;

/**
 * Reads {@code report.json} back. Fields that this program does not know are passed over; a file
 * that is cut off, of another kind or of a later version is refused in one line.
 */
public final class ReportReader {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /** Longest part of a foreign message that still makes one readable line. */
  private static final int LONGEST = 160;

  private final Path file;

  private ReportReader(Path file) {
    this.file = file;
  }

  /**
   * Returns the report of a file.
   *
   * @param file a {@code report.json}, or the folder of a run that holds one
   * @throws EvaluationException if it is not a report that this program can read; the message names
   *     file and field, what was found, and the way out
   */
  public static Report read(Path file) {
    Path json = Files.isDirectory(file) ? file.resolve(JsonExporter.FILE_NAME) : file;
    return new ReportReader(json).report();
  }

  private Report report() {
    JsonNode root = tree(bytes());
    checkVersion(root);
    for (String field : ReportFields.REQUIRED) {
      ReportFields.firstMissing(root, field)
          .ifPresent(
              where -> {
                throw refused(
                    where, "found nothing there", "take the whole file that a run wrote", null);
              });
    }
    try {
      return READER.treeToValue(root, Report.class);
    } catch (JsonMappingException e) {
      throw refused(field(e), firstLine(e), "take a file that a run wrote, unchanged", e);
    } catch (JsonProcessingException e) {
      throw refused("the file", firstLine(e), "take a file that a run wrote, unchanged", e);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EvaluationException(
          "%s must be a report but there is no such file; name a report.json or the folder of a run"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s must be a report but could not be read: %s; check its permissions"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private JsonNode tree(byte[] bytes) {
    try {
      return READER.readTree(bytes);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? "the file"
              : String.format(
                  Locale.ROOT,
                  "line %d, column %d",
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr());
      throw refused(
          where, "not complete JSON: " + firstLine(e), "take the whole file that a run wrote", e);
    } catch (IOException e) {
      throw refused("the file", e.getMessage(), "take the whole file that a run wrote", e);
    }
  }

  private void checkVersion(JsonNode root) {
    JsonNode version = root.path("schemaVersion");
    if (!version.isInt()) {
      String found = version.isMissingNode() ? "nothing there" : shortened(version.toString());
      throw refused(
          "schemaVersion",
          "expected a number, found " + found,
          "name a report.json of a run",
          null);
    }
    if (version.intValue() > Report.SCHEMA_VERSION) {
      throw refused(
          "schemaVersion",
          String.format(
              Locale.ROOT,
              "expected at most %d, found %d",
              Report.SCHEMA_VERSION,
              version.intValue()),
          "use the release that wrote it, or a later one",
          null);
    }
    if (version.intValue() < 1) {
      throw refused(
          "schemaVersion",
          "expected at least 1, found " + version.intValue(),
          "name a report.json of a run",
          null);
    }
  }

  private EvaluationException refused(String field, String found, String wayOut, Exception cause) {
    return new EvaluationException(
        String.format(
            Locale.ROOT,
            "%s must be a report of version %d but is not, at %s: %s; %s",
            file,
            Report.SCHEMA_VERSION,
            field,
            found,
            wayOut),
        cause);
  }

  private static String field(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    List<JsonMappingException.Reference> references = e.getPath();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.isEmpty() ? "the file" : path.toString();
  }

  private static String firstLine(JsonProcessingException e) {
    return shortened(e.getOriginalMessage().lines().findFirst().orElse("no more is known"));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
