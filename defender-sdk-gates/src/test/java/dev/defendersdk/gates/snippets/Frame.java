package dev.defendersdk.gates.snippets;

import dev.defendersdk.alerts.external.EventLocator;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingResponse;
import dev.defendersdk.alerts.feed.CheckpointStore;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.hunting.HuntingClient;
import dev.defendersdk.hunting.HuntingQuery;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.machineactions.response.TenantFileList;
import dev.defendersdk.testkit.SimulatedTenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a snippet takes for granted: the names that it uses and does not declare. */
public abstract class Frame {

  protected static final Operation<Machine> MACHINES_GET = MachineOperations.GET;

  protected final SimulatedTenant tenant;
  protected final DefenderClient defender;
  protected final String tenantId;
  protected final String clientId;
  protected final String secret;
  protected final String machineId;
  protected final List<String> machineIds;
  protected final String sha1 = "0".repeat(40);
  protected final ResponseClient response;

  /** The partner's own, of which there is none here: what uses it is compiled and not run. */
  protected final TenantFileList list = null;

  protected final EventReference event = new EventReference("0f", Instant.EPOCH, "20776");

  /** A list that was read, and when something was seen. */
  protected final List<Indicator> indicators = List.of();

  protected final Instant seenAt = Instant.parse("2026-11-24T08:00:00Z");

  protected final HuntingClient hunting;
  protected final HuntingQuery query = HuntingQuery.of("DeviceEvents");
  protected final String name = "pc.contoso.com";

  protected final List<Finding> findings = List.of();
  protected final EventLocator byHunting = finding -> Optional.empty();
  protected final FindingResponse isolate = published -> Optional.empty();

  protected Frame(SimulatedTenant tenant) {
    this.tenant = tenant;
    this.defender = builder().partner("Contoso", "NetShield", "4.2.0").build();
    this.hunting = new HuntingClient(defender);
    this.tenantId = tenant.tenantId();
    this.clientId = tenant.clientId();
    this.secret = tenant.clientSecret();
    this.machineIds = tenant.machines().ids();
    this.machineId = machineIds.get(0);
    this.response = new ResponseClient(defender);
  }

  /** Where a snippet that is run builds a client, it is pointed at the tenant. */
  protected final DefenderClientBuilder builder() {
    return tenant.connect(DefenderClient.builder());
  }

  /** The partner's own. */
  protected final CheckpointStore yourStore() {
    return CheckpointStore.memory();
  }

  /** Stands where a snippet leaves a line to its reader: isolates the first machine. */
  protected final void yours(DefenderClient defender) {
    Machine first = new MachinesClient(defender).list().first().orElseThrow();
    new MachineActionsClient(defender).isolate(first.id(), Isolation.full("yours"));
  }
}
