package dev.defendersdk.core.internal.msal;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.UserAssertion;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.text.RetryAfter;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.core.time.TimeSource;
import java.net.MalformedURLException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches tokens with msal4j, and does no more with it: no cache, no retry, no thread, no
 * discovery. What went wrong is read from the answer itself.
 */
public final class MsalSignIn {

  private final HttpClient client;
  private final TimeSource time;

  public MsalSignIn(HttpClient client, TimeSource time) {
    this.client = client;
    this.time = time;
  }

  /**
   * Signs an application in, for itself or on behalf of a user.
   *
   * @throws DefenderException of kind sign-in, if there is no token
   */
  public SignedIn signIn(SignInRequest request) throws InterruptedException {
    Transport transport = Transport.forSignIn(client, time);
    SignInHttp http = new SignInHttp(transport, request.authority(), request.timeout());
    try {
      return signedIn(acquire(application(request, http), request).get(), http);
    } catch (MalformedURLException e) {
      throw ErrorReport.of(ErrorKind.SIGN_IN)
          .detail("the authority " + request.authority() + " is no URL that msal4j takes")
          .toException();
    } catch (ExecutionException e) {
      throw failure(e, http);
    }
  }

  private static ConfidentialClientApplication application(SignInRequest request, SignInHttp http)
      throws MalformedURLException {
    return ConfidentialClientApplication.builder(request.clientId(), credential(request.proof()))
        .authority("https://" + request.authority().getHost() + "/" + request.tenantId() + "/")
        .instanceDiscovery(false)
        .httpClient(http)
        .disableInternalRetries()
        .executorService(new CallerRuns())
        .build();
  }

  private static IClientCredential credential(Proof proof) {
    if (proof instanceof Proof.Secret secret) {
      return ClientCredentialFactory.createFromSecret(secret.value());
    }
    return ClientCredentialFactory.createFromClientAssertion(((Proof.Assertion) proof).value());
  }

  // The cache is ours: msal4j is told to pass by its own, also since it would ignore claims there.
  private static CompletableFuture<IAuthenticationResult> acquire(
      ConfidentialClientApplication application, SignInRequest request) {
    Set<String> scopes = Set.of(request.scope());
    ClaimsRequest claims =
        request.claims() == null ? null : ClaimsRequest.formatAsClaimsRequest(request.claims());
    if (request.userAssertion() != null) {
      UserAssertion user = new UserAssertion(request.userAssertion());
      OnBehalfOfParameters.OnBehalfOfParametersBuilder parameters =
          OnBehalfOfParameters.builder(scopes, user).skipCache(true);
      return application.acquireToken(
          claims == null ? parameters.build() : parameters.claims(claims).build());
    }
    ClientCredentialParameters.ClientCredentialParametersBuilder parameters =
        ClientCredentialParameters.builder(scopes).skipCache(true);
    return application.acquireToken(
        claims == null ? parameters.build() : parameters.claims(claims).build());
  }

  private SignedIn signedIn(@Nullable IAuthenticationResult result, SignInHttp http) {
    // A 200 without an access token gives a result with a null in it.
    if (result == null || result.accessToken() == null || result.expiresOnDate() == null) {
      throw answered(http.last(), "the answer holds no access token");
    }
    Long refreshOn = result.metadata() == null ? null : result.metadata().refreshOn();
    // msal4j counts from its own clock: take the span, and add it to ours.
    Duration life =
        SignInAnswer.read(http.last()).lifetime().orElseGet(() -> Duration.ofMinutes(5));
    Instant now = time.now();
    Instant refreshAt =
        refreshOn == null || refreshOn <= 0
            ? null
            : SignInAnswer.read(http.last()).refreshIn().map(now::plus).orElse(null);
    return new SignedIn(result.accessToken(), now.plus(life), refreshAt);
  }

  private DefenderException failure(Throwable thrown, SignInHttp http) throws InterruptedException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (cause instanceof TransportFailure failure) {
        return ErrorReport.of(ErrorKind.SIGN_IN)
            .detail("the sign-in service was not reached: " + failure.getMessage())
            .advice(ErrorKind.CONNECTION.advice())
            .retryable(true, null)
            .cause(failure)
            .toException();
      }
    }
    // msal4j's own exceptions may hold the body of the answer: they are not passed on.
    return answered(http.last(), "msal4j could not read the answer");
  }

  private DefenderException answered(@Nullable WireResponse answer, String otherwise) {
    ErrorReport report = ErrorReport.of(ErrorKind.SIGN_IN);
    if (answer == null) {
      return report.detail(otherwise).toException();
    }
    SignInAnswer error = SignInAnswer.read(answer);
    boolean passing = answer.status() == 429 || answer.status() >= 500;
    report
        .status(answer.status())
        .service(error.code(), error.description(), error.correlationId())
        .retryable(passing, RetryAfter.of(answer.headers(), time.now()));
    if (error.description() == null) {
      report.detail(otherwise);
    }
    return report.advice(error.advice()).toException();
  }
}
