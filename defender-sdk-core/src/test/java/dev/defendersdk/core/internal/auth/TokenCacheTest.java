package dev.defendersdk.core.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

  private static final TimeSource TIME = TimeSource.system();

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final TokenCache cache =
      new TokenCache(TIME, TIME.newTimer(executor), HttpClient.newHttpClient(), executor);

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  @Test
  void tokensOfUsersWhoLeftDoNotPileUp() throws Exception {
    Credential credential = giving(Instant.EPOCH);
    for (int i = 0; i < 5_000; i++) {
      get(credential, "user " + i);
    }
    assertThat(cache.size()).isLessThanOrEqualTo(256);
  }

  @Test
  void tokensThatLastAreKept() throws Exception {
    Credential credential = giving(Instant.MAX);
    for (int i = 0; i < 2_000; i++) {
      get(credential, "user " + i);
    }
    assertThat(cache.size()).isEqualTo(2_000);
  }

  private void get(Credential credential, String user) throws Exception {
    TokenKey key =
        new TokenKey(
            credential,
            TokenUser.presenting(user),
            URI.create("https://login.example"),
            "contoso.example",
            "scope");
    assertThat(cache.wish(key, TIME.nanos() + 30_000_000_000L, null, null).await(TIME))
        .isInstanceOf(TokenAnswer.Ready.class);
  }

  private static Credential giving(Instant expiresAt) {
    return Credentials.tokenSupplier(
        "contoso.example", "app", request -> AccessToken.of("token", expiresAt));
  }
}
