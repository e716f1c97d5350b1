package org.activitysummary.evaluation.surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of its own that certifies one server, made with the JDK's {@code keytool}. */
final class CertificateAuthority {

  private static final String STORE_PASSWORD = "changeit";

  private final Path folder;

  CertificateAuthority(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the authority and a server's certificate.
   *
   * @param subjectAlternativeName such as {@code ip:127.0.0.1}
   */
  void certify(String subjectAlternativeName) throws Exception {
    pair("ca", "-ext", "bc:c");
    pair("server");
    keytool("ca", "-exportcert", "-rfc", "-file", certificate().toString());
    Path request = folder.resolve("server.csr");
    keytool("server", "-certreq", "-file", request.toString());
    keytool(
        "ca",
        "-gencert",
        "-rfc",
        "-infile",
        request.toString(),
        "-outfile",
        serverCertificate().toString(),
        "-ext",
        "san=" + subjectAlternativeName);
    writeServerKey();
  }

  /** Returns the file with the authority's certificate. */
  Path certificate() {
    return folder.resolve("ca.crt");
  }

  Path serverCertificate() {
    return folder.resolve("server.crt");
  }

  Path serverKey() {
    return folder.resolve("server.key");
  }

  private void pair(String alias, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias));
    arguments.addAll(List.of(more));
    keytool(alias, arguments.toArray(String[]::new));
  }

  private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", alias, "-keystore", store(alias).toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + Files.readString(log));
    }
  }

  private Path store(String alias) {
    return folder.resolve(alias + ".p12");
  }

  private void writeServerKey() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store("server"))) {
      store.load(in, STORE_PASSWORD.toCharArray());
    }
    Key key = store.getKey("server", STORE_PASSWORD.toCharArray());
    Files.writeString(
        serverKey(),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    Files.setPosixFilePermissions(serverKey(), PosixFilePermissions.fromString("rw-------"));
  }
}
