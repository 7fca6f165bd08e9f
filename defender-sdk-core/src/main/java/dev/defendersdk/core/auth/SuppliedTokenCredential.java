package dev.defendersdk.core.auth;

/** Tokens from outside. */
final class SuppliedTokenCredential implements Credential {

  private final String tenantId;
  private final String clientId;
  private final TokenSupplier supplier;

  SuppliedTokenCredential(String tenantId, String clientId, TokenSupplier supplier) {
    this.tenantId = tenantId;
    this.clientId = clientId;
    this.supplier = supplier;
  }

  @Override
  public String tenantId() {
    return tenantId;
  }

  @Override
  public String clientId() {
    return clientId;
  }

  @Override
  public boolean servesUsers() {
    return true;
  }

  @Override
  public boolean actsOnBehalf() {
    return true;
  }

  @Override
  public AccessToken token(TokenRequest request) throws Exception {
    return supplier.token(request);
  }

  @Override
  public String toString() {
    return "Credential[token supplier, tenant " + tenantId + "]";
  }
}
