package dev.defendersdk.core.auth;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.msal.MsalSignIn;
import dev.defendersdk.core.internal.msal.Proof;
import dev.defendersdk.core.internal.msal.SignInRequest;
import dev.defendersdk.core.internal.msal.SignedIn;

/** An application that proves itself: with a secret or with an assertion, asked for each time. */
final class ApplicationCredential implements Credential {

  private final String kind;
  private final String tenantId;
  private final String clientId;
  private final ProofSource proofs;

  /** Gives the proof for a request: asked each time, so that secrets and certificates rotate. */
  @FunctionalInterface
  interface ProofSource {
    Proof proof(TokenRequest request) throws Exception;
  }

  ApplicationCredential(String kind, String tenantId, String clientId, ProofSource proofs) {
    this.kind = kind;
    this.tenantId = tenantId;
    this.clientId = clientId;
    this.proofs = proofs;
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
    return false;
  }

  @Override
  public boolean actsOnBehalf() {
    return true;
  }

  @Override
  public AccessToken token(TokenRequest request) throws Exception {
    Proof proof = proof(request);
    try {
      SignedIn signedIn =
          new MsalSignIn(request.httpClient(), request.time())
              .signIn(
                  new SignInRequest(
                      request.authority(),
                      request.tenantId(),
                      clientId,
                      proof,
                      request.scope(),
                      request.claims(),
                      request.userAssertion(),
                      request.timeout()));
      return AccessToken.of(signedIn.token(), signedIn.expiresAt()).refreshAt(signedIn.refreshAt());
    } catch (NoClassDefFoundError e) {
      throw ErrorReport.of(ErrorKind.SIGN_IN)
          .detail("msal4j is not on the class path")
          .advice("Add com.microsoft.azure:msal4j, or use Credentials.tokenSupplier(…).")
          .cause(e)
          .toException();
    }
  }

  private Proof proof(TokenRequest request) throws InterruptedException {
    try {
      return proofs.proof(request);
    } catch (InterruptedException | DefenderException e) {
      throw e;
    } catch (Exception e) {
      throw ErrorReport.of(ErrorKind.SIGN_IN)
          .detail("the " + kind + " could not be had: " + e.getClass().getSimpleName())
          .advice("See the cause.")
          .cause(e)
          .toException();
    }
  }

  @Override
  public String toString() {
    return "Credential[" + kind + ", tenant " + tenantId + ", application " + clientId + "]";
  }
}
