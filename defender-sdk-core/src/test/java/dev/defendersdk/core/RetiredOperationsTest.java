package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.DefenderException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Operations that the service ends: said beforehand, and explained afterwards. */
class RetiredOperationsTest {

  @Test
  void oneThatHasEndedSaysWhatReplacesItAndWhatToGrant() throws IOException {
    for (int status : new int[] {403, 404, 410}) {
      assertThatThrownBy(() -> callThatEnds(LocalDate.EPOCH, status))
          .isInstanceOf(DefenderException.class)
          .hasMessageContaining("was to end this operation on 1970-01-01")
          .hasMessageContaining("use graph.hunting.run instead")
          .hasMessageContaining("the tenant has to grant ThreatHunting.Read.All");
    }
  }

  @Test
  void anotherFailureOfItAndOneBeforeThatDayAreAsEver() {
    assertThatThrownBy(() -> callThatEnds(LocalDate.EPOCH, 400))
        .hasMessageNotContaining("was to end");
    assertThatThrownBy(() -> callThatEnds(LocalDate.MAX, 404))
        .hasMessageNotContaining("was to end");
  }

  @Test
  void theLogWarnsOnceOfOneThatWillEnd() throws IOException {
    StringBuilder warnings = new StringBuilder();
    Handler recorder =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            warnings.append(line.getMessage()).append('\n');
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.defendersdk.call");
    logger.addHandler(recorder);
    try (WireServer service = WireServer.plain();
        DefenderClient defender = service.client().build()) {
      Call<WireServer.Thing> call = Call.of(endingOn(LocalDate.MAX));
      defender.execute(call);
      defender.execute(call);
      defender.forTenant("fabrikam.example").execute(call);
    } finally {
      logger.removeHandler(recorder);
    }
    assertThat(warnings.toString().lines().filter(line -> line.contains("is deprecated")))
        .hasSize(1)
        .allSatisfy(
            line -> assertThat(line).contains("things.find", "graph.hunting.run", "ThreatHunting"));
  }

  private static void callThatEnds(LocalDate day, int status) throws IOException {
    try (WireServer service = WireServer.plain();
        DefenderClient defender = service.client().build()) {
      service.answers(status, new byte[0], "");
      defender.execute(Call.of(endingOn(day)));
    }
  }

  private static Operation<WireServer.Thing> endingOn(LocalDate day) {
    return Operation.get("things.find", "/api/thing")
        .lifecycle(Lifecycle.deprecated(day, "graph.hunting.run", "ThreatHunting.Read.All"))
        .returns(WireServer.Thing.class);
  }
}
