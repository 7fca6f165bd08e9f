package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
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

  private final Logger root = Logger.getLogger("");
  private final StringBuilder shown = new StringBuilder();
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

    assertThat(shown.toString())
        .contains("dev.defendersdk.call")
        .contains("OutcomeUnknownException")
        .doesNotContain(SECRET)
        .doesNotContain("m4rked")
        .doesNotContain("eyJ")
        .doesNotContain("Bearer ey");
  }

  @Test
  void credentialsAndTokensShowNothingOfThemselves() {
    Credential credential = Credentials.clientSecret("contoso.com", "app-1", SECRET);
    AccessToken token = AccessToken.of(SECRET, Tenants.START);
    assertThat(List.of(credential, token).toString()).doesNotContain(SECRET);
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
      attempt(() -> new MachineActionsClient(defender).isolate(id, Isolation.full("case 4711")));
    }
  }

  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      show(e);
    }
  }

  private void show(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    shown.append(text);
  }
}
