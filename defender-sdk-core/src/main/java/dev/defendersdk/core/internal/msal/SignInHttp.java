package dev.defendersdk.core.internal.msal;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries msal4j's requests over the client's own transport, to the real authority: msal4j is given
 * one without a port and with https, since it refuses http and never finds its cache again behind a
 * port. Keeps the last answer, and passes only tokens on: of refusals msal4j's exceptions lose
 * parts, and its log shows too much.
 */
final class SignInHttp implements IHttpClient {

  private final Transport transport;
  private final URI authority;
  private final Duration timeout;
  private @Nullable WireResponse last;

  SignInHttp(Transport transport, URI authority, Duration timeout) {
    this.transport = transport;
    this.authority = authority;
    this.timeout = timeout;
  }

  @Nullable WireResponse last() {
    return last;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws Exception {
    URI asked = request.url().toURI();
    String path =
        asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(authority.resolve(path));
    if (request.httpMethod() == HttpMethod.POST) {
      builder.POST(BodyPublishers.ofString(request.body()));
    }
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Host")) {
                builder.setHeader(name, value);
              }
            });
    WireResponse answer = transport.send(builder, timeout);
    last = answer;
    if (answer.status() != 200 || !SignInAnswer.read(answer).holdsToken()) {
      // msal4j would log the body of a refusal, whatever it holds.
      throw new IOException("the sign-in service answered " + answer.status() + " and no token");
    }
    HttpResponse response = new HttpResponse();
    response.statusCode(answer.status());
    response.addHeaders(answer.headers().map());
    try (InputStream body = answer.open()) {
      response.body(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
    return response;
  }
}
