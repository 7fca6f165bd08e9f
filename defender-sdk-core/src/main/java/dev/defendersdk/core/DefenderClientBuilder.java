package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.internal.auth.TokenUser;
import dev.defendersdk.core.internal.json.JacksonVersion;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.time.TimeSource;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds a {@link DefenderClient}. For one thread; can build several clients. */
public final class DefenderClientBuilder {

  @Nullable Credential credential;
  @Nullable String userAgent;
  DefenderCloud cloud = DefenderCloud.GLOBAL;
  TimeSource time = TimeSource.system();
  @Nullable HttpClient httpClient;
  @Nullable HttpProxy proxy;
  @Nullable SSLContext sslContext;
  @Nullable SharedLimits limits;
  CallListener listener = CallListener.NONE;
  @Nullable Duration deadline;
  @Nullable Duration attemptTimeout;
  int maxAttempts = 4;
  int backgroundThreads = 16;
  int backgroundCallsPerTenant = 8;
  int largestAnswer = (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 8);

  DefenderClientBuilder() {}

  /** Who signs in. Required. */
  public DefenderClientBuilder credential(Credential credential) {
    this.credential = Check.notNull(credential, "credential");
    return this;
  }

  /**
   * Who calls: partners have to say so in every request ({@code User-Agent:
   * MdePartner-Contoso-NetShield/4.2.0}). Required. Page: get-started-partner-integration.md.
   *
   * @param company the company's name, without blanks and hyphens
   * @param product the product's name, likewise
   * @param version the product's version
   * @throws IllegalArgumentException if a part cannot stand in the header
   */
  public DefenderClientBuilder partner(String company, String product, String version) {
    this.userAgent = UserAgent.of(company, product, version);
    return this;
  }

  /** Where the tenant lives; {@link DefenderCloud#GLOBAL} by default. */
  public DefenderClientBuilder cloud(DefenderCloud cloud) {
    this.cloud = Check.notNull(cloud, "cloud");
    return this;
  }

  /** The time to live in; the computer's own by default. */
  public DefenderClientBuilder timeSource(TimeSource time) {
    this.time = Check.notNull(time, "time");
    return this;
  }

  /**
   * An HTTP client with a proxy, TLS settings or an executor of its own. The SDK does not close it.
   * Its own connect timeout, proxy, TLS settings and HTTP version hold.
   *
   * @throws IllegalArgumentException if it follows redirects, which would carry the token away, or
   *     has an authenticator, with which the JDK may drop the token
   */
  public DefenderClientBuilder httpClient(HttpClient httpClient) {
    Check.notNull(httpClient, "httpClient");
    if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient follows redirects ("
              + httpClient.followRedirects()
              + "): they would carry tokens to other hosts. Build it with Redirect.NEVER.");
    }
    if (httpClient.authenticator().isPresent()) {
      throw new IllegalArgumentException(
          "httpClient has an authenticator: with one the JDK may drop the token of a request."
              + " Build it without, and pass a proxy that asks for a password by proxy(…).");
    }
    this.httpClient = httpClient;
    return this;
  }

  /** The proxy that all connections but those to this machine go through; none by default. */
  public DefenderClientBuilder proxy(HttpProxy proxy) {
    this.proxy = Check.notNull(proxy, "proxy");
    return this;
  }

  /** Whom to trust, and how to show who one is, in TLS; the JDK's default context otherwise. */
  public DefenderClientBuilder sslContext(SSLContext sslContext) {
    this.sslContext = Check.notNull(sslContext, "sslContext");
    return this;
  }

  /** Limits to share with other clients of the same application; the client's own by default. */
  public DefenderClientBuilder limits(SharedLimits limits) {
    this.limits = Check.notNull(limits, "limits");
    return this;
  }

  /** Who is told of what the client does; nobody by default. */
  public DefenderClientBuilder listener(CallListener listener) {
    this.listener = Check.notNull(listener, "listener");
    return this;
  }

  /**
   * How long a call may take in all; by default 2 minutes, and 8 for hunting, whose queries take
   * longer. What is set here holds for all calls.
   */
  public DefenderClientBuilder deadline(Duration deadline) {
    this.deadline = Check.positive(deadline, "deadline");
    return this;
  }

  /**
   * How long one attempt may take, body included; by default 30 seconds, and 220 for hunting. What
   * is set here holds for all calls.
   */
  public DefenderClientBuilder attemptTimeout(Duration timeout) {
    this.attemptTimeout = Check.positive(timeout, "attemptTimeout");
    return this;
  }

  /** How often a request may be sent; 4 by default, 1 switches retries off. */
  public DefenderClientBuilder maxAttempts(int maxAttempts) {
    this.maxAttempts = Check.between(maxAttempts, 1, 20, "maxAttempts");
    return this;
  }

  /**
   * How many threads carry {@link DefenderClient#background() background calls} on; 16 by default.
   * They are daemons, start when they are needed, and end when they are not.
   */
  public DefenderClientBuilder backgroundThreads(int threads) {
    this.backgroundThreads = Check.between(threads, 1, 1_000, "backgroundThreads");
    return this;
  }

  /**
   * How many {@link DefenderClient#background() background calls} of one tenant may be on the wire
   * at once; 8 by default.
   */
  public DefenderClientBuilder backgroundCallsPerTenant(int calls) {
    this.backgroundCallsPerTenant = Check.between(calls, 1, 1_000, "backgroundCallsPerTenant");
    return this;
  }

  /**
   * The most bytes that an answer may have on the wire; and a sixteenth of what it may inflate to.
   * By default 64 MiB, or an eighth of the largest heap where that is less. A larger answer is an
   * error that says so: ask for smaller pages then.
   */
  public DefenderClientBuilder largestAnswer(int bytes) {
    this.largestAnswer = Check.between(bytes, 1_024, Integer.MAX_VALUE - 8, "largestAnswer");
    return this;
  }

  /**
   * The client.
   *
   * @throws IllegalStateException if credential or partner is missing, the limits live in another
   *     time than the client, settings contradict each other, the JDK would not sign in to the
   *     proxy, or Jackson is older than 2.15
   */
  public DefenderClient build() {
    JacksonVersion.check();
    if (credential == null) {
      throw new IllegalStateException(
          "credential is missing: a client must sign in. Call credential(Credentials.clientSecret(…)).");
    }
    if (userAgent == null) {
      throw new IllegalStateException(
          "partner is missing: every request names who calls. Call partner(\"Company\", \"Product\", \"1.0\").");
    }
    if (httpClient != null && (proxy != null || sslContext != null)) {
      throw new IllegalStateException(
          "httpClient is given together with proxy or sslContext: an HTTP client has its own."
              + " Set them on it, or leave it out.");
    }
    if (limits != null && limits.ledger().time() != time) {
      throw new IllegalStateException(
          "limits were created with "
              + limits.ledger().time()
              + ", the client with "
              + time
              + ": both must live in one time. Call SharedLimits.create(timeSource).");
    }
    return new DefenderClient(
        new Engine(this, credential, userAgent),
        new DefenderClient.View(credential.tenantId(), TokenUser.APPLICATION),
        true);
  }
}
