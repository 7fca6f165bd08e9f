package dev.defendersdk.core.auth;

import dev.defendersdk.core.argument.Check;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate that is registered with the application, and what signs for it. Immutable and
 * thread-safe if the signer is. Never shows its key.
 */
public final class ClientCertificate {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private final X509Certificate certificate;
  private final AssertionSigner signer;

  private ClientCertificate(X509Certificate certificate, AssertionSigner signer) {
    this.certificate = Check.notNull(certificate, "certificate");
    this.signer = Check.notNull(signer, "signer");
  }

  /** A certificate whose key stays elsewhere: in a key vault or a hardware module. */
  public static ClientCertificate of(X509Certificate certificate, AssertionSigner signer) {
    return new ClientCertificate(certificate, signer);
  }

  /** A certificate and its RSA key. */
  public static ClientCertificate of(X509Certificate certificate, PrivateKey key) {
    Check.notNull(key, "key");
    return new ClientCertificate(certificate, data -> sign(key, data));
  }

  /**
   * Reads a PEM file with a certificate and its key, unencrypted PKCS#8 ({@code BEGIN PRIVATE
   * KEY}). If it holds several certificates, the first one is taken.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it holds no certificate or no such key
   */
  public static ClientCertificate pem(Path file) throws IOException {
    return pem(Files.readString(Check.notNull(file, "file"), StandardCharsets.US_ASCII));
  }

  /**
   * Reads PEM text with a certificate and its key, unencrypted PKCS#8 ({@code BEGIN PRIVATE KEY}).
   *
   * @throws IllegalArgumentException if it holds no certificate or no such key
   */
  public static ClientCertificate pem(String text) {
    Matcher key = KEY.matcher(Check.notBlank(text, "text"));
    Matcher certificate = CERTIFICATE.matcher(text);
    if (!key.find() || !certificate.find()) {
      throw new IllegalArgumentException(
          "text lacks a BEGIN CERTIFICATE part or a BEGIN PRIVATE KEY part: it must hold both, the"
              + " key not encrypted. Convert other keys by openssl pkcs8 -topk8 -nocrypt.");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
      return of(
          read(certificate.group().getBytes(StandardCharsets.US_ASCII)),
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "text holds no readable certificate and RSA key ("
              + e.getClass().getSimpleName()
              + "): both must be whole. Copy them again.");
    }
  }

  /**
   * Reads a PKCS#12 file with one private key.
   *
   * @param password of the file and of the key
   * @throws IOException if the file cannot be read, or the password is wrong
   * @throws IllegalArgumentException if it holds no private key with a certificate, or several
   */
  public static ClientCertificate pkcs12(Path file, char[] password) throws IOException {
    Check.notNull(password, "password");
    try (InputStream in = Files.newInputStream(Check.notNull(file, "file"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      List<String> keys =
          Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
      if (keys.size() != 1) {
        throw new IllegalArgumentException(
            "file holds " + keys.size() + " private keys: it must hold one. Export one.");
      }
      if (store.getKey(keys.get(0), password) instanceof PrivateKey key
          && store.getCertificate(keys.get(0)) instanceof X509Certificate certificate) {
        return of(certificate, key);
      }
      throw new IllegalArgumentException(
          "file holds a key without an X.509 certificate: it must hold both. Export both.");
    } catch (GeneralSecurityException e) {
      throw new IOException("the PKCS#12 file cannot be read", e);
    }
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  AssertionSigner signer() {
    return signer;
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static X509Certificate read(byte[] pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signature.initSign(key);
    signature.update(data);
    return signature.sign();
  }

  /** Shows whose certificate it is. */
  @Override
  public String toString() {
    return "ClientCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
