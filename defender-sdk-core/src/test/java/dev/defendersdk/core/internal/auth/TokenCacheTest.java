package dev.defendersdk.core.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.time.TimeSource;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

  private static final TimeSource TIME = TimeSource.system();

  private final ThreadPoolExecutor executor = (ThreadPoolExecutor) Executors.newCachedThreadPool();
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

  @Test
  void aCachedTokenCostsHardlyAnyMemoryAndNoThread() throws Exception {
    Credential credential = giving(Instant.MAX);
    get(credential, "user");
    TokenKey key = key(credential, "user");
    long tasks = executor.getTaskCount();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cost = 0;
    for (int round = 0; round < 10; round++) { // the last one counts: the JDK has compiled it then
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        cache.wish(key, Long.MAX_VALUE / 2, null, null).await(TIME);
      }
      cost = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
    }
    assertThat(cost).as("bytes for a cached token").isLessThan(256);
    assertThat(executor.getTaskCount()).isEqualTo(tasks);
  }

  private void get(Credential credential, String user) throws Exception {
    assertThat(
            cache
                .wish(key(credential, user), TIME.nanos() + 30_000_000_000L, null, null)
                .await(TIME))
        .isInstanceOf(TokenAnswer.Ready.class);
  }

  private static TokenKey key(Credential credential, String user) {
    return new TokenKey(
        credential,
        TokenUser.presenting(user),
        URI.create("https://login.example"),
        "contoso.example",
        "scope");
  }

  private static Credential giving(Instant expiresAt) {
    return Credentials.tokenSupplier(
        "contoso.example", "app", request -> AccessToken.of("token", expiresAt));
  }
}
