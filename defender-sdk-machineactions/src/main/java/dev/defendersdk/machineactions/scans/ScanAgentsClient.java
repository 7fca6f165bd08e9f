package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import java.util.List;
import java.util.Map;

/**
 * The machines that scan others. Preview. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe.
 *
 * <p>Permission: {@code Machine.Read.All}. Quota: 100 calls a minute and 1,500 an hour for each
 * operation. All methods throw {@link dev.defendersdk.core.error.DefenderException} if the call
 * fails, and {@link IllegalArgumentException} for wrong arguments, before any call.
 */
public final class ScanAgentsClient {

  private final DefenderClient defender;

  /** A view of the agents of this client's tenant. */
  public ScanAgentsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /** All agents. Page: get-all-scan-agents.md. */
  public Paged<ScanAgent> list() {
    return list(CallOptions.defaults());
  }

  /** All agents, with options. Page: get-all-scan-agents.md. */
  public Paged<ScanAgent> list(CallOptions options) {
    return defender.list(Call.of(ScanOperations.LIST_AGENTS), options);
  }

  /**
   * One agent. Page: Get-agent-details.md.
   *
   * @param agentId its {@code id()}; the page's example has what looks like the machine's id, and
   *     which of the two is meant it does not say
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public ScanAgent get(String agentId) {
    return get(agentId, CallOptions.defaults());
  }

  /**
   * One agent, with options. Page: Get-agent-details.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public ScanAgent get(String agentId, CallOptions options) {
    return unwrapped(
        defender.execute(
            Call.of(ScanOperations.GET_AGENT)
                .path("id", Ids.opaque(agentId, "agentId", "ScanAgent.id()")),
            options));
  }

  // The page's sample wraps the one agent in an array, under a context that speaks of an entity.
  private static ScanAgent unwrapped(ScanAgent answer) {
    if (answer.additionalProperties().get("value") instanceof List<?> wrapped
        && wrapped.size() == 1
        && wrapped.get(0) instanceof Map<?, ?> agent) {
      return Json.read(ScanAgent.class, Json.write(agent));
    }
    return answer;
  }

  @Override
  public String toString() {
    return "ScanAgentsClient[" + defender + "]";
  }
}
