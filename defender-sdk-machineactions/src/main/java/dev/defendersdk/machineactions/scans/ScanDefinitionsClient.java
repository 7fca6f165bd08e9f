package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The definitions of authenticated scans, and what was scanned by them. Preview. A cheap view of a
 * client: make one where it is needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
 * String community = System.getenv("SNMP_COMMUNITY");
 * ScanDefinition added =
 *     definitions.add(
 *         d ->
 *             d.scanName("Branch switches")
 *                 .scannerAgent(machineId)
 *                 .targets(ScanTargets.addresses(List.of("10.0.7.1", "10.0.7.2")))
 *                 .intervalInHours(24)
 *                 .authentication(SnmpAuthentication.communityString(community)));
 * }</pre>
 *
 * <p>Permissions: {@code Machine.Read.All} to read, {@code Machine.ReadWrite.All} to change. Quota:
 * 100 calls a minute and 1,500 an hour for each operation. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class ScanDefinitionsClient {

  private final DefenderClient defender;

  /** A view of the definitions of this client's tenant. */
  public ScanDefinitionsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * All definitions. They are seen to come with the secrets that they sign in with: see {@link
   * ScanAuthenticationParams}. Page: get-all-scan-definitions.md.
   */
  public Paged<ScanDefinition> list() {
    return list(CallOptions.defaults());
  }

  /** All definitions, with options. Page: get-all-scan-definitions.md. */
  public Paged<ScanDefinition> list(CallOptions options) {
    return defender.list(Call.of(ScanOperations.LIST), options);
  }

  /** Adds a definition, built in place. Page: add-a-new-scan-definition.md. */
  public ScanDefinition add(UnaryOperator<NewScanDefinition.Builder> definition) {
    Check.notNull(definition, "definition");
    NewScanDefinition.Builder filled = definition.apply(NewScanDefinition.builder());
    return add(Check.notNull(filled, "definition").build());
  }

  /** Adds a definition. Page: add-a-new-scan-definition.md. */
  public ScanDefinition add(NewScanDefinition definition) {
    return add(definition, CallOptions.defaults());
  }

  /** Adds a definition, with options. Page: add-a-new-scan-definition.md. */
  public ScanDefinition add(NewScanDefinition definition, CallOptions options) {
    Check.notNull(definition, "definition");
    return defender.execute(
        Call.of(ScanOperations.ADD)
            .member("scanType", definition.authentication().scanType())
            .member("scanName", definition.scanName())
            .member("isActive", definition.active())
            .member("target", definition.targets().joined())
            .member("intervalInHours", definition.intervalInHours())
            .member("targetType", definition.targets().type())
            .member("scannerAgent", Map.of("machineId", definition.scannerAgent()))
            .member("scanAuthenticationParams", definition.authentication().members()),
        options);
  }

  /**
   * Changes a definition. Page: add-a-new-scan-definition.md, by example alone: whether it needs
   * the agent too, as one client always sends it, is not settled.
   */
  public ScanDefinition update(String definitionId, ScanDefinitionUpdate update) {
    return update(definitionId, update, CallOptions.defaults());
  }

  /** Changes a definition, with options. Page: add-a-new-scan-definition.md. */
  public ScanDefinition update(
      String definitionId, ScanDefinitionUpdate update, CallOptions options) {
    Call<ScanDefinition> call =
        Call.of(ScanOperations.UPDATE)
            .path("id", Ids.opaque(definitionId, "definitionId", "ScanDefinition.id()"));
    Map<String, Object> members = Check.notNull(update, "update").members();
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "update is empty: it must change something. Set what is to change.");
    }
    for (Map.Entry<String, Object> member : members.entrySet()) {
      call = call.member(member.getKey(), member.getValue());
    }
    return defender.execute(call, options);
  }

  /**
   * Deletes definitions. How many one call takes is not documented. Page:
   * add-a-new-scan-definition.md.
   */
  public void delete(Collection<String> definitionIds) {
    delete(definitionIds, CallOptions.defaults());
  }

  /** Deletes definitions, with options. Page: add-a-new-scan-definition.md. */
  public void delete(Collection<String> definitionIds, CallOptions options) {
    defender.execute(
        Call.of(ScanOperations.BATCH_DELETE)
            .member("ScanDefinitionIds", definitionIds(definitionIds)),
        options);
  }

  /** The scans of definitions. Page: Get-scan-history-by-definition.md. */
  public Paged<ScanHistory> historyByDefinition(Collection<String> definitionIds) {
    return historyByDefinition(definitionIds, CallOptions.defaults());
  }

  /** The scans of definitions, with options. Page: Get-scan-history-by-definition.md. */
  public Paged<ScanHistory> historyByDefinition(
      Collection<String> definitionIds, CallOptions options) {
    return defender.list(
        Call.of(ScanOperations.HISTORY_BY_DEFINITION)
            .member("ScanDefinitionIds", definitionIds(definitionIds)),
        options);
  }

  /**
   * Scans with their targets, by session. Page: Get-scan-history-by-session.md.
   *
   * @param sessionIds as {@link ScanHistory#session} has them. No page says where they come from;
   *     by the service metadata the history by definition carries them
   */
  public Paged<ScanHistory> historyBySession(Collection<String> sessionIds) {
    return historyBySession(sessionIds, CallOptions.defaults());
  }

  /** Scans with their targets, by session, with options. Page: Get-scan-history-by-session.md. */
  public Paged<ScanHistory> historyBySession(Collection<String> sessionIds, CallOptions options) {
    return defender.list(
        Call.of(ScanOperations.HISTORY_BY_SESSION)
            .member("SessionIds", Ids.opaque(sessionIds, "sessionIds", "ScanHistory.session()")),
        options);
  }

  private static Collection<String> definitionIds(Collection<String> ids) {
    return Ids.opaque(ids, "definitionIds", "ScanDefinition.id()");
  }

  @Override
  public String toString() {
    return "ScanDefinitionsClient[" + defender + "]";
  }
}
