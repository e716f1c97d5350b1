package org.activitysummary.evaluation.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
 * Reads a JSON file that has a {@code schemaVersion}. Fields that this program does not know are
 * passed over; a file that is cut off, of another kind or of a later version is refused in one
 * line.
 *
 * @param <T> what the file holds
 */
public final class VersionedFile<T> {

  /** Every call of the longest fork, encoded, and some. */
  private static final int LONGEST_STRING = 200_000_000;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /** Longest part of a foreign message that still makes one readable line. */
  private static final int LONGEST = 160;

  private final Path file;
  private final String kind;
  private final Class<T> type;
  private final int newestVersion;
  private final List<String> required;

  /**
   * Describes what is expected.
   *
   * @param file to read
   * @param kind in words, for messages
   * @param type of what it holds
   * @param newestVersion that this program reads
   * @param required paths that must not be null, as in {@link ReportFields}
   */
  public VersionedFile(
      Path file, String kind, Class<T> type, int newestVersion, List<String> required) {
    this.file = file;
    this.kind = kind;
    this.type = type;
    this.newestVersion = newestVersion;
    this.required = List.copyOf(required);
  }

  /**
   * Returns what the file holds.
   *
   * @throws EvaluationException if it is not such a file; the message names file and field, what
   *     was found, and the way out
   */
  public T read() {
    return readNoneBefore(1, "name a " + kind);
  }

  /**
   * Returns what the file holds, unless it is too old to mean the same.
   *
   * @param oldestVersion that can be used
   * @param wayOut for whoever has an older one
   * @throws EvaluationException as above
   */
  public T readNoneBefore(int oldestVersion, String wayOut) {
    JsonNode root = tree(bytes());
    checkVersion(root, oldestVersion, wayOut);
    for (String field : required) {
      ReportFields.firstMissing(root, field)
          .ifPresent(
              where -> {
                throw refused(
                    where, "found nothing there", "take the whole file that was written", null);
              });
    }
    try {
      return READER.treeToValue(root, type);
    } catch (JsonMappingException e) {
      throw refused(field(e), firstLine(e), "take a file that was written, unchanged", e);
    } catch (JsonProcessingException e) {
      throw refused("the file", firstLine(e), "take a file that was written, unchanged", e);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EvaluationException(
          "%s must be a %s but there is no such file; name one that was written"
              .formatted(file, kind),
          e);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s must be a %s but could not be read: %s; check its permissions"
              .formatted(file, kind, e.getMessage()),
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
          where, "not complete JSON: " + firstLine(e), "take the whole file that was written", e);
    } catch (IOException e) {
      throw refused("the file", e.getMessage(), "take the whole file that was written", e);
    }
  }

  private void checkVersion(JsonNode root, int oldestVersion, String wayOut) {
    JsonNode version = root.path("schemaVersion");
    if (!version.isInt()) {
      String found = version.isMissingNode() ? "nothing there" : shortened(version.toString());
      throw refused("schemaVersion", "expected a number, found " + found, "name a " + kind, null);
    }
    if (version.intValue() > newestVersion) {
      throw refused(
          "schemaVersion",
          String.format(
              Locale.ROOT, "expected at most %d, found %d", newestVersion, version.intValue()),
          "use the release that wrote it, or a later one",
          null);
    }
    if (version.intValue() < oldestVersion) {
      throw refused(
          "schemaVersion",
          "expected at least %d, found %d".formatted(oldestVersion, version.intValue()),
          wayOut,
          null);
    }
  }

  private EvaluationException refused(String field, String found, String wayOut, Exception cause) {
    return new EvaluationException(
        String.format(
            Locale.ROOT,
            "%s must be a %s of version %d but is not, at %s: %s; %s",
            file,
            kind,
            newestVersion,
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
