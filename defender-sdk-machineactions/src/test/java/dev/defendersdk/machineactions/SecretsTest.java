package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No secret and no token is shown, whatever goes wrong and however much is logged. */
class SecretsTest {

  private static final String SECRET = "m4rked-s3cr3t~value";
  private static final String SIGNED =
      "https://store.example/p.zip?sv=2024&se=2026-11-24&sig=m4rked%2Fs1gnature%3D";

  private final Logger root = Logger.getLogger("");
  private final StringBuilder shown = new StringBuilder();
  private final Set<ErrorKind> provoked = EnumSet.noneOf(ErrorKind.class);
  private final Level levelBefore = root.getLevel();
  private final Handler recorder =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord line) {
          shown.append(line.getLoggerName()).append(' ').append(line.getMessage()).append('\n');
          if (line.getThrown() != null) {
            show(line.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void logEverything() {
    recorder.setLevel(Level.ALL);
    root.addHandler(recorder);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void restore() {
    root.removeHandler(recorder);
    root.setLevel(levelBefore);
  }

  @Test
  void everyErrorIsProvokedAndNothingIsShown() {
    for (Fault.Kind kind : Fault.Kind.values()) {
      Fault fault =
          switch (kind) {
            case STATUS -> Fault.status(400).message("refused token " + "eyJhbGciOi.eyJhdWQi.c2ln");
            case HTML_PAGE -> Fault.htmlPage(502);
            case DELAY -> Fault.delay(Duration.ofMinutes(5));
            default -> Fault.of(kind);
          };
      playAgainst("machines.get", fault);
      playAgainst("machines.isolate", fault);
      playAgainst("signIn.token", fault);
    }
    for (int status : new int[] {301, 400, 401, 403, 404, 409, 429, 500, 503}) {
      playAgainst("machines.get", Fault.status(status));
      playAgainst("machines.isolate", Fault.status(status));
      playAgainst("signIn.token", Fault.status(status).message("client_secret=" + SECRET));
    }

    // Signed links where the service may put them: an error's text, a redirect, a next link.
    playAgainst("machines.get", Fault.status(400).message("see " + SIGNED));
    playAgainst("machines.get", Fault.status(302).header("Location", SIGNED));
    playAgainst("machines.list", Fault.status(200).body(pageWithNextLink(SIGNED)));
    playAgainst(
        "machines.list",
        Fault.status(200).body(pageWithNextLink(SIGNED.replace("/p.", "/api/p."))));
    playAgainst("machines.list", Fault.status(200).body("[\"" + SIGNED + "\" is no page"));
    playWhatElseMayGoWrong();

    assertThat(provoked)
        .as("kinds of errors that were provoked")
        .containsExactlyInAnyOrder(ErrorKind.values());
    assertThat(shown.toString())
        .contains("dev.defendersdk.call")
        .contains("OutcomeUnknownException")
        .doesNotContain(SECRET)
        .doesNotContain("m4rked")
        .doesNotContain("s1gnature")
        .doesNotContain("eyJ")
        .doesNotContain("Bearer ey");
  }

  @Test
  void credentialsAndTokensShowNothingOfThemselves() {
    Credential credential = Credentials.clientSecret("contoso.com", "app-1", SECRET);
    AccessToken token = AccessToken.of(SECRET, Tenants.START);
    assertThat(List.of(credential, token).toString()).doesNotContain(SECRET);
  }

  private static String pageWithNextLink(String link) {
    return "{\"value\": [], \"@odata.nextLink\": \"" + link + "\"}";
  }

  /** The kinds of errors that no single fault of an exchange brings. */
  private void playWhatElseMayGoWrong() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .clientSecret(SECRET)
            .fault("machines.findByTag", Occurrence.always(), Fault.status(401))
            .fault("machines.list", Occurrence.always(), Fault.stalledHeaders())
            .build();
    tenant.actions().failing(1);
    String id = tenant.machines().ids().get(0);
    VirtualTime time = Tenants.timeOf(tenant);
    DefenderClient defender = Tenants.client(tenant).build();
    MachinesClient machines = new MachinesClient(defender);
    MachineActionsClient actions = new MachineActionsClient(defender);
    attempt(() -> machines.findByTag("hunted").toList());
    attempt(() -> actions.isolate(id, Isolation.full("one")).await(Duration.ofMinutes(30)));
    attempt(() -> actions.isolate(id, Isolation.full("two")));
    attempt(() -> actions.isolate(id, Isolation.full("three")));
    attempt(
        () -> {
          for (int i = 0; i < 101; i++) {
            machines.get(id, CallOptions.defaults().deadline(Duration.ofSeconds(5)));
          }
        });
    attempt(
        () ->
            defender
                .downloads()
                .toFile(() -> SignedLink.parse(SIGNED), Path.of("no-such-directory", "file")));
    Thread.currentThread().interrupt();
    attempt(() -> machines.get(id));
    Thread.interrupted();
    time.run(
        () -> {
          CompletableFuture<?> running =
              defender
                  .background()
                  .forEachPage(
                      Call.of(MachineOperations.LIST), CallOptions.defaults(), page -> true);
          attempt(() -> actions.list().toList());
          defender.close();
          attempt(
              () -> {
                try {
                  running.join();
                } catch (CompletionException e) {
                  throw (RuntimeException) e.getCause();
                }
              });
        });
  }

  private void playAgainst(String operation, Fault fault) {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .clientSecret(SECRET)
            .fault(operation, Occurrence.always(), fault)
            .build();
    String id = tenant.machines().ids().get(0);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      shown.append(defender).append('\n');
      attempt(() -> new MachinesClient(defender).get(id));
      attempt(() -> new MachinesClient(defender).list().toList());
      attempt(() -> new MachineActionsClient(defender).isolate(id, Isolation.full("case 4711")));
    }
  }

  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (DefenderException e) {
      provoked.add(e.kind());
      show(e);
    }
  }

  private void show(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    shown.append(text);
  }
}
