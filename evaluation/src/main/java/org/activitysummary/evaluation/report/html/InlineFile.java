package org.activitysummary.evaluation.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A script or style sheet from the class path that becomes part of the page.
 *
 * @param text between the tags, byte for byte what the browser hashes
 */
record InlineFile(String text) {

  /**
   * Refuses what would end the element early, or be read differently from what was hashed.
   *
   * @throws IllegalArgumentException if the text has such a part
   */
  InlineFile {
    for (String forbidden : new String[] {"</script", "</style", "<!--", "\r"}) {
      if (text.contains(forbidden)) {
        throw new IllegalArgumentException("an inline file must not contain " + forbidden);
      }
    }
  }

  /**
   * Returns a resource, without the reference to its source map, which would be one more file.
   *
   * @param path absolute on the class path
   */
  static InlineFile read(String path) {
    return new InlineFile(text(path).replaceFirst("\n//# sourceMappingURL=\\S+\\s*$", "\n"));
  }

  /** Returns a resource as it is. */
  static String text(String path) {
    try (InputStream in = InlineFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "%s must be on the class path but is not; build again with mvn package"
                .formatted(path));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s could not be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Returns the source expression that lets a content security policy allow this file alone. */
  String source() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
