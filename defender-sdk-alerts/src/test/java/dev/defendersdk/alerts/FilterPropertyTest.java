package dev.defendersdk.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.defendersdk.alerts.graph.Incident;
import dev.defendersdk.alerts.graph.IncidentQuery;
import dev.defendersdk.alerts.graph.IncidentsClient;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertQuery;
import dev.defendersdk.alerts.graph.SecurityAlertsClient;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Any text in a filter comes back as itself: the service compares with what was given, and nothing
 * in it is read as a part of the filter or of the URL. 300 texts by default, 20,000 with {@code
 * -Psoak}; {@code -Dseed} replays.
 */
class FilterPropertyTest {

  private static final int TRIES = Boolean.getBoolean("soak") ? 20_000 : 300;

  private static final List<String> NASTY =
      List.of(
          "'",
          "''",
          "\"",
          "\\",
          "%",
          "%27",
          "%2527",
          "&",
          "&$top=1",
          "#",
          "?",
          "+",
          " ",
          "/",
          ";",
          "=",
          "$filter",
          "(",
          ")",
          ",",
          "' or 'a' eq 'a",
          "') or (1 eq 1",
          "null",
          "\n",
          "\t",
          "\u007f",
          "\u0085",
          "\u2028",
          "é",
          "\u00A0",
          "漢",
          "😀",
          "eq",
          "a");

  private final long seed = Long.getLong("seed", 20_261_126L);
  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final AlertsClient alerts = new AlertsClient(defender);
  private final SecurityAlertsClient securityAlerts = new SecurityAlertsClient(defender);
  private final IncidentsClient incidents = new IncidentsClient(defender);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? Character.toString(codePoint(random))
              : NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private static int codePoint(Random random) {
    int point = random.nextInt(1, Character.MAX_CODE_POINT + 1);
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return half ? 'x' : point;
  }

  @Test
  void anyTextComesBackAsItself() {
    String machineId = tenant.machines().ids().get(0);
    AlertView meant = tenant.alerts().raise(NewTenantAlert.on(machineId).title("meant"));
    AlertView other = tenant.alerts().raise(NewTenantAlert.on(machineId).title("other"));
    String meantIncident = meant.incidentId();
    String otherMachineId = tenant.machines().ids().get(1);
    AlertView apart = tenant.alerts().raise(NewTenantAlert.on(otherMachineId).title("apart"));
    String otherIncident = apart.incidentId();
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String text = "|" + text(random);
      tenant.alerts().update(meant.id(), change -> change.assignedTo(text));
      tenant.alerts().update(other.id(), change -> change.assignedTo("x" + text));
      tenant.alerts().update(apart.id(), change -> change.assignedTo("x" + text));
      tenant.incidents().change(meantIncident, "assignedTo", text, Duration.ZERO);
      tenant.incidents().change(otherIncident, "assignedTo", "x" + text, Duration.ZERO);

      String where = "seed " + seed + ", text " + i + ": " + text;
      for (Filter filter :
          List.of(
              AlertFields.INSTANCE.assignedTo().eq(text),
              AlertFields.INSTANCE.assignedTo().ne("x" + text),
              AlertFields.INSTANCE.assignedTo().startsWith(text))) {
        assertThat(alerts.list(q -> q.where(a -> filter)).toList())
            .as(where)
            .extracting(Alert::id, Alert::assignedTo)
            .containsExactly(tuple(meant.id(), text));
      }
      for (UnaryOperator<SecurityAlertQuery> query : graphQueries(text)) {
        assertThat(securityAlerts.list(query).toList())
            .as(where)
            .extracting(SecurityAlert::id, SecurityAlert::assignedTo)
            .containsExactly(tuple(meant.id(), text));
      }
      for (UnaryOperator<IncidentQuery> query : incidentQueries(text)) {
        assertThat(incidents.list(query).toList())
            .as(where)
            .extracting(Incident::id, Incident::assignedTo)
            .containsExactly(tuple(meantIncident, text));
      }
    }
  }

  private static List<UnaryOperator<IncidentQuery>> incidentQueries(String text) {
    return List.of(
        q -> q.where(i -> i.assignedTo().eq(text)),
        q -> q.where(i -> i.assignedTo().ne("x" + text)),
        q -> q.where(i -> i.assignedTo().in(text, "y" + text)));
  }

  private static List<UnaryOperator<SecurityAlertQuery>> graphQueries(String text) {
    return List.of(
        q -> q.where(a -> a.assignedTo().eq(text)),
        q -> q.where(a -> a.assignedTo().ne("x" + text)),
        q -> q.where(a -> a.assignedTo().in(text, "y" + text)));
  }
}
