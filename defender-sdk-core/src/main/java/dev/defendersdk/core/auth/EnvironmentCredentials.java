package dev.defendersdk.core.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the environment variables that Azure tools use. */
final class EnvironmentCredentials {

  private final Map<String, String> environment;

  EnvironmentCredentials(Map<String, String> environment) {
    this.environment = environment;
  }

  Credential credential() {
    String tenantId = required("AZURE_TENANT_ID");
    String secret = optional("AZURE_CLIENT_SECRET");
    String certificate = optional("AZURE_CLIENT_CERTIFICATE_PATH");
    String assertion = optional("AZURE_FEDERATED_TOKEN_FILE");
    if (secret != null) {
      return Credentials.clientSecret(tenantId, required("AZURE_CLIENT_ID"), secret);
    }
    if (certificate != null) {
      return Credentials.certificate(
          tenantId, required("AZURE_CLIENT_ID"), () -> read(Path.of(certificate)));
    }
    if (assertion != null) {
      return Credentials.assertionFile(tenantId, required("AZURE_CLIENT_ID"), Path.of(assertion));
    }
    return Credentials.managedIdentity(tenantId, optional("AZURE_CLIENT_ID"), environment);
  }

  private ClientCertificate read(Path file) {
    try {
      String name = file.toString().toLowerCase(Locale.ROOT);
      String password = optional("AZURE_CLIENT_CERTIFICATE_PASSWORD");
      return name.endsWith(".pfx") || name.endsWith(".p12") || password != null
          ? ClientCertificate.pkcs12(file, (password == null ? "" : password).toCharArray())
          : ClientCertificate.pem(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String required(String name) {
    String value = optional(name);
    if (value == null) {
      throw new IllegalStateException(
          name
              + " is not set: the environment must name tenant and application. Set it, or build the"
              + " client with credential(…).");
    }
    return value;
  }

  private @Nullable String optional(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.trim();
  }
}
