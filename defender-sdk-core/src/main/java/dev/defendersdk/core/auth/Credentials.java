package dev.defendersdk.core.auth;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.msal.Proof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of credentials. Those that take a supplier ask it whenever a token is fetched, so that
 * secrets and certificates rotate without a restart. A tenant is given by its id or a domain name.
 * Wrong values are {@link IllegalArgumentException}. All but {@link #tokenSupplier} and {@link
 * #managedIdentity} need msal4j.
 */
public final class Credentials {

  private Credentials() {}

  /**
   * An application and its secret.
   *
   * @param clientId the application's id
   * @param secret the secret's value, not its id
   */
  public static Credential clientSecret(String tenantId, String clientId, String secret) {
    String value = Check.notBlank(secret, "secret");
    return clientSecret(tenantId, clientId, () -> value);
  }

  /**
   * An application and what supplies its secret.
   *
   * @param clientId the application's id
   * @param secret supplies the secret's value, not its id
   */
  public static Credential clientSecret(String tenantId, String clientId, Supplier<String> secret) {
    Check.notNull(secret, "secret");
    return application(
        "client secret",
        tenantId,
        clientId,
        request -> new Proof.Secret(Check.notBlank(secret.get(), "secret")));
  }

  /**
   * An application and its certificate.
   *
   * @param clientId the application's id
   */
  public static Credential certificate(
      String tenantId, String clientId, ClientCertificate certificate) {
    Check.notNull(certificate, "certificate");
    return certificate(tenantId, clientId, () -> certificate);
  }

  /**
   * An application and what supplies its certificate. Assertions are signed with PS256, by the
   * certificate's own key or by a callback ({@link ClientCertificate#of}).
   *
   * @param clientId the application's id
   */
  public static Credential certificate(
      String tenantId, String clientId, Supplier<ClientCertificate> certificate) {
    Check.notNull(certificate, "certificate");
    return application(
        "certificate",
        tenantId,
        clientId,
        request ->
            new Proof.Assertion(
                ClientAssertion.of(
                    Check.notNull(certificate.get(), "certificate"),
                    Check.notBlank(clientId, "clientId"),
                    request)));
  }

  /**
   * An application and a file with an assertion that someone else signs and renews: workload
   * identity federation. The file is read whenever a token is fetched.
   *
   * @param clientId the application's id
   */
  public static Credential assertionFile(String tenantId, String clientId, Path file) {
    Check.notNull(file, "file");
    return application(
        "assertion file",
        tenantId,
        clientId,
        request ->
            new Proof.Assertion(
                Check.notBlank(
                    Files.readString(file, StandardCharsets.US_ASCII).trim(), "assertion")));
  }

  /**
   * The managed identity of the Azure resource that this runs on: of a virtual machine, app service
   * or function. It has no tokens of other tenants: a call by {@code forTenant} of another fails to
   * sign in.
   *
   * @param tenantId the tenant of the identity
   * @param clientId of a user-assigned identity; null for the system-assigned one
   */
  public static Credential managedIdentity(String tenantId, @Nullable String clientId) {
    return managedIdentity(tenantId, clientId, System.getenv());
  }

  static Credential managedIdentity(
      String tenantId, @Nullable String clientId, Map<String, String> environment) {
    return new ManagedIdentityCredential(
        Check.tenantId(tenantId, "tenantId"),
        clientId == null ? null : Check.notBlank(clientId, "clientId"),
        environment);
  }

  /**
   * Tokens from outside.
   *
   * @param tenantId the tenant of the tokens
   * @param clientId the application's id, by which quotas are counted
   */
  public static Credential tokenSupplier(String tenantId, String clientId, TokenSupplier supplier) {
    return new SuppliedTokenCredential(
        Check.tenantId(tenantId, "tenantId"),
        Check.notBlank(clientId, "clientId"),
        Check.notNull(supplier, "supplier"));
  }

  /**
   * The credential that the environment variables of Azure tools describe: {@code AZURE_TENANT_ID}
   * and {@code AZURE_CLIENT_ID} with one of {@code AZURE_CLIENT_SECRET}, {@code
   * AZURE_CLIENT_CERTIFICATE_PATH} (PEM, or PKCS#12 with {@code AZURE_CLIENT_CERTIFICATE_PASSWORD})
   * and {@code AZURE_FEDERATED_TOKEN_FILE}; with none of them, a managed identity.
   *
   * @throws IllegalStateException if a variable is missing
   */
  public static Credential fromEnvironment() {
    return new EnvironmentCredentials(System.getenv()).credential();
  }

  private static Credential application(
      String kind, String tenantId, String clientId, ApplicationCredential.ProofSource proofs) {
    return new ApplicationCredential(
        kind, Check.tenantId(tenantId, "tenantId"), Check.notBlank(clientId, "clientId"), proofs);
  }
}
