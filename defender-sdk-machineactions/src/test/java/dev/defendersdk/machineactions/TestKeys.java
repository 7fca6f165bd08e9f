package dev.defendersdk.machineactions;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The test keys of {@code src/test/resources/signin}: PKCS#12 files, also shown as PEM. */
record TestKeys(Path file, X509Certificate certificate, PrivateKey key) {

  static final String PASSWORD = "test-password";

  static TestKeys first() {
    return read("first");
  }

  static TestKeys second() {
    return read("second");
  }

  private static TestKeys read(String name) {
    try {
      Path file = Path.of(TestKeys.class.getResource("/signin/" + name + ".p12").toURI());
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      return new TestKeys(
          file,
          (X509Certificate) store.getCertificate("defender"),
          (PrivateKey) store.getKey("defender", PASSWORD.toCharArray()));
    } catch (GeneralSecurityException | IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
