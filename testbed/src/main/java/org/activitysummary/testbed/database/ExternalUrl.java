package org.activitysummary.testbed.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JDBC URL taken apart, so that neither its password nor a schema travels further.
 *
 * @param address the URL with only the parameters that concern neither role nor schema
 * @param credentials {@code user} and {@code password} as far as the URL has them
 */
record ExternalUrl(String address, Map<String, String> credentials) {

  static ExternalUrl parse(String url) {
    int question = url.indexOf('?');
    if (question < 0) {
      return new ExternalUrl(url, Map.of());
    }
    Map<String, String> credentials = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (String parameter : url.substring(question + 1).split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      switch (name) {
        case "user", "password" ->
            credentials.put(name, URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
        case "currentSchema", "ApplicationName", "" -> {
          // Ours to set.
        }
        default -> kept.add(parameter);
      }
    }
    String query = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new ExternalUrl(url.substring(0, question) + query, Map.copyOf(credentials));
  }

  /**
   * Returns where to connect as the owner; without a password anywhere the driver asks the password
   * file.
   *
   * @param environment PGUSER and PGPASSWORD stand in for what the URL leaves out
   */
  ConnectionTarget toTarget(Map<String, String> environment) {
    return new ConnectionTarget(
        address,
        credentials.getOrDefault(
            "user", environment.getOrDefault("PGUSER", System.getProperty("user.name"))),
        credentials.getOrDefault("password", environment.getOrDefault("PGPASSWORD", "")),
        "");
  }
}
