package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.auth.TokenSupplier;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.core.error.UnauthorizedException;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens: fetched once for all, renewed in time, never shared by two users. */
class TokensTest {

  @Test
  void sixtyFourCallersOnAColdCacheMakeOneRequest() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual().machines(1).transit(Duration.ofMillis(50), Duration.ofSeconds(1)).build();
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Tenants.timeOf(tenant).run(64, () -> new MachinesClient(defender).get(id));
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(1);
    assertThat(tenant.journal().of("machines.get")).hasSize(64);
  }

  @Test
  void theFetchGoesOnWhenTheCallerThatBeganItIsInterrupted() throws Exception {
    SimulatedTenant tenant = SimulatedTenant.builder().machines(1).build();
    String id = tenant.machines().ids().get(0);
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger fetches = new AtomicInteger();
    String token = tokenOf(tenant);
    try (DefenderClient defender =
        supplied(
            tenant,
            request -> {
              fetches.incrementAndGet();
              fetching.countDown();
              release.await();
              return AccessToken.of(token, Instant.now().plusSeconds(3_600));
            })) {
      MachinesClient machines = new MachinesClient(defender);
      AtomicReference<Throwable> first = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread beginner =
          new Thread(
              () -> {
                first.set(thrownBy(() -> machines.get(id)));
                flag.set(Thread.currentThread().isInterrupted());
              });
      beginner.start();
      fetching.await();
      beginner.interrupt();
      beginner.join();
      assertThat(first.get()).isInstanceOf(InterruptedCallException.class);
      assertThat(flag.get()).as("interrupt flag").isTrue();

      ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
      List<Thread> others =
          IntStream.range(0, 63)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> {
                            Throwable failure = thrownBy(() -> machines.get(id));
                            if (failure != null) {
                              failures.add(failure);
                            }
                          }))
              .toList();
      others.forEach(Thread::start);
      release.countDown();
      for (Thread other : others) {
        other.join();
      }
      assertThat(failures).isEmpty();
      assertThat(fetches).hasValue(1);
    }
  }

  @Test
  void twoUsersNeverShareAToken() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    String token = tokenOf(tenant);
    ConcurrentLinkedQueue<String> askedFor = new ConcurrentLinkedQueue<>();
    try (DefenderClient defender =
        supplied(
            tenant,
            request -> {
              askedFor.add(request.user() + " in " + request.tenantId());
              return AccessToken.of(token, Tenants.START.plusSeconds(3_600));
            })) {
      String id = tenant.machines().ids().get(0);
      for (int i = 0; i < 3; i++) {
        new MachinesClient(defender.forUser("alice")).get(id);
        new MachinesClient(defender.forUser("bob")).get(id);
        new MachinesClient(defender).get(id);
      }
      assertThat(askedFor)
          .containsExactly(
              "alice in " + tenant.tenantId(),
              "bob in " + tenant.tenantId(),
              "null in " + tenant.tenantId());
    }
  }

  @Test
  void aTokenIsRenewedInTheBackgroundBeforeItIsDue() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual().machines(1).tokenLifetime(Duration.ofHours(1)).build();
    VirtualTime time = Tenants.timeOf(tenant);
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);
      time.advance(Duration.ofMinutes(54));
      machines.get(id);
      assertThat(tenant.journal().of("signIn.token")).hasSize(1);

      // Past the first mark: this call still goes with the old token, and starts one fetch.
      time.advance(Duration.ofMinutes(2));
      time.run(8, () -> machines.get(id));
      time.advance(Duration.ofSeconds(1));
      assertThat(tenant.journal().of("signIn.token")).hasSize(2);

      // The old one would have ended by now.
      time.advance(Duration.ofMinutes(30));
      machines.get(id);
      assertThat(tenant.journal().of("signIn.token")).hasSize(2);
    }
    assertThat(tenant.journal().count(401)).isZero();
  }

  @Test
  void aFailedRenewalReachesNoCallerThatHoldsAGoodToken() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .tokenLifetime(Duration.ofHours(1))
            .fault("signIn.token", Occurrence.nth(2), Fault.status(503))
            .build();
    VirtualTime time = Tenants.timeOf(tenant);
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);
      time.advance(Duration.ofMinutes(56));
      for (int i = 0; i < 5; i++) {
        machines.get(id);
        time.advance(Duration.ofMillis(100));
      }
      // One failed fetch, then the sign-in is left alone for a moment.
      assertThat(tenant.journal().of("signIn.token")).hasSize(2);
      time.advance(Duration.ofSeconds(2));
      machines.get(id);
      time.advance(Duration.ofSeconds(1));
      assertThat(tenant.journal().of("signIn.token")).hasSize(3);
    }
  }

  @Test
  void theSignInServiceIsLeftAloneForAsLongAsItAsks() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "signIn.token",
                Occurrence.nth(1),
                Fault.status(429).retryAfter(Duration.ofSeconds(70)))
            .build();
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      CallOptions short_ = CallOptions.defaults().deadline(Duration.ofSeconds(30));
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> machines.get(id, short_)).isInstanceOf(SignInException.class);
      }
      assertThat(tenant.journal().of("signIn.token")).hasSize(1);

      // A call that may take longer waits it out.
      machines.get(id);
      assertThat(tenant.journal().of("signIn.token")).hasSize(2);
      assertThat(tenant.time().now()).isAfterOrEqualTo(Tenants.START.plusSeconds(70));
    }
  }

  @Test
  void aWrongSecretFailsOnceAndSaysWhatIsWrong() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(
                Credentials.clientSecret(tenant.tenantId(), tenant.clientId(), "wr0ng-s3cr3t"))
            .build()) {
      MachinesClient machines = new MachinesClient(defender);
      assertThatThrownBy(() -> machines.get("a"))
          .isInstanceOfSatisfying(
              SignInException.class,
              e -> {
                assertThat(e.code()).contains("AADSTS7000215");
                assertThat(e.isRetryable()).isFalse();
                assertThat(e.requestId()).isPresent();
                assertThat(e).hasMessageContaining("its value is wanted, not its id");
                assertThat(stackOf(e)).doesNotContain("wr0ng-s3cr3t");
              });
      assertThatThrownBy(() -> machines.get("a")).isInstanceOf(SignInException.class);
      assertThat(tenant.journal().of("signIn.token")).hasSize(1);
    }
  }

  @Test
  void aRevokedTokenIsReplacedOnce() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);
      tenant.revokeTokens();
      machines.get(id);
      tenant.revokeTokens("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}");
      machines.get(id);
    }
    assertThat(tenant.journal().count(401)).isEqualTo(2);
    assertThat(tenant.journal().of("signIn.token")).hasSize(3);
  }

  @Test
  void aTokenThatIsRefusedForEverEndsTheCallAfterOneRepeat() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.status(401))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender).get("a"))
          .isInstanceOf(UnauthorizedException.class);
    }
    assertThat(tenant.journal().of("machines.get")).hasSize(2);
  }

  @Test
  void aCallerLeavesAtItsDeadlineAndTheFetchServesTheNext() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("signIn.token", Occurrence.nth(1), Fault.delay(Duration.ofSeconds(10)))
            .build();
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      Tenants.timeOf(tenant)
          .run(
              () -> {
                CallOptions short_ = CallOptions.defaults().deadline(Duration.ofSeconds(3));
                assertThatThrownBy(() -> machines.get(id, short_))
                    .isInstanceOf(DeadlineException.class);
                assertThat(tenant.time().now()).isEqualTo(Tenants.START.plusSeconds(3));
                machines.get(id);
                assertThat(tenant.time().now()).isEqualTo(Tenants.START.plusSeconds(10));
              });
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(1);
  }

  @Test
  void aSupplierThatNeverReturnsDoesNotKeepLaterCallersFromAToken() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    String token = tokenOf(tenant);
    AtomicInteger asked = new AtomicInteger();
    try (DefenderClient defender =
        supplied(
            tenant,
            request -> {
              if (asked.incrementAndGet() == 1) {
                request.time().newSignal().await(Long.MAX_VALUE);
              }
              return AccessToken.of(token, Tenants.START.plusSeconds(3_600));
            })) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(tenant.machines().ids().get(0));
    }
    assertThat(asked).hasValue(2);
    assertThat(tenant.time().now()).isBefore(Tenants.START.plusSeconds(60));
  }

  @Test
  void aSupplierWhoseNetworkFailsIsAskedAgain() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    String token = tokenOf(tenant);
    AtomicInteger asked = new AtomicInteger();
    try (DefenderClient defender =
        supplied(
            tenant,
            request -> {
              if (asked.incrementAndGet() == 1) {
                throw new IOException("connection reset");
              }
              return AccessToken.of(token, Tenants.START.plusSeconds(3_600));
            })) {
      new MachinesClient(defender).get(tenant.machines().ids().get(0));
    }
    assertThat(asked).hasValue(2);
  }

  private static DefenderClient supplied(SimulatedTenant tenant, TokenSupplier supplier) {
    return Tenants.client(tenant)
        .credential(Credentials.tokenSupplier(tenant.tenantId(), tenant.clientId(), supplier))
        .build();
  }

  private static String tokenOf(SimulatedTenant tenant) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  tenant.authorityUri().resolve("/" + tenant.tenantId() + "/oauth2/v2.0/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "grant_type=client_credentials&client_id="
                          + tenant.clientId()
                          + "&client_secret="
                          + URLEncoder.encode(tenant.clientSecret(), StandardCharsets.UTF_8)
                          + "&scope="
                          + tenant.defenderAudience()
                          + "/.default"))
              .build();
      String body = tenant.httpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      return body.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Throwable thrownBy(Runnable task) {
    try {
      task.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static String stackOf(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
