package org.activitysummary.evaluation.report.html;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where a WebJar on the class path keeps its files; the version stands in the POM alone. */
final class WebJar {

  private WebJar() {}

  /**
   * Returns the absolute path of a file on the class path.
   *
   * @param name of the npm package
   * @param file inside the package
   */
  static String path(String name, String file) {
    Properties properties = new Properties();
    String where = "/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(name);
    try {
      properties.load(new StringReader(InlineFile.text(where)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/%s/%s/%s"
        .formatted(name, properties.getProperty("version"), file);
  }
}
