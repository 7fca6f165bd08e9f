package dev.defendersdk.alerts;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The alerts of Defender for Endpoint. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * AlertsClient alerts = new AlertsClient(defender);
 * for (Alert alert : alerts.list(q -> q.where(a -> a.severity().eq(AlertSeverity.HIGH)))) {
 *   …
 * }
 * }</pre>
 *
 * <p>Permissions: reading needs {@code Alert.Read.All} or {@code Alert.ReadWrite.All}, changing
 * alerts {@code Alert.ReadWrite.All}. Users see the alerts of their device groups alone. Quota: 10
 * batch updates a minute and 500 an hour, 15 new alerts a minute; 100 calls a minute and 1,500 an
 * hour for each of the others. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class AlertsClient {

  private final DefenderClient defender;

  /** A view of the alerts of this client's tenant. */
  public AlertsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * All alerts that changed within the tenant's retention, without evidence, in no order that is
   * stated. Page: get-alerts.md.
   *
   * <p>The list is paged by {@code $skip}. While alerts come and change, one may be left out or
   * come twice: to follow them, ask for those of a span of {@code lastUpdateTime} anew.
   */
  public Paged<Alert> list() {
    return list(AlertQuery.all());
  }

  /** The alerts of a query, built in place. Page: get-alerts.md. */
  public Paged<Alert> list(UnaryOperator<AlertQuery> query) {
    return list(Check.notNull(query, "query").apply(AlertQuery.all()));
  }

  /** The alerts of a query. Page: get-alerts.md. */
  public Paged<Alert> list(AlertQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The alerts of a query, each page with these options. Page: get-alerts.md. */
  public Paged<Alert> list(AlertQuery query, CallOptions options) {
    return defender.list(
        Call.of(AlertOperations.LIST).query(Check.notNull(query, "query").toListQuery()), options);
  }

  /**
   * One alert. The page's sample has the evidence, but no option to ask for it. Page:
   * get-alert-info-by-id.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Alert get(String alertId) {
    return get(alertId, CallOptions.defaults());
  }

  /** One alert, with options. Page: get-alert-info-by-id.md. */
  public Alert get(String alertId, CallOptions options) {
    return defender.execute(Call.of(AlertOperations.GET).path("id", id(alertId)), options);
  }

  /**
   * Changes an alert, said in place: {@code update(id, u -> u.status(AlertStatus.RESOLVED))}. Page:
   * update-alert.md.
   *
   * @return the alert as it is then, mostly without its evidence
   */
  public Alert update(String alertId, UnaryOperator<AlertUpdate> update) {
    return update(alertId, Check.notNull(update, "update").apply(AlertUpdate.nothing()));
  }

  /**
   * Changes an alert. Page: update-alert.md.
   *
   * @param update at least one change
   * @return the alert as it is then, mostly without its evidence
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   * @throws dev.defendersdk.core.error.OutcomeUnknownException if the answer to an update with a
   *     comment was lost
   */
  public Alert update(String alertId, AlertUpdate update) {
    return update(alertId, update, CallOptions.defaults());
  }

  /** Changes an alert, with options. Page: update-alert.md. */
  public Alert update(String alertId, AlertUpdate update, CallOptions options) {
    AlertUpdate change = AlertUpdate.change(update);
    return defender.execute(
        change.applyTo(Call.of(AlertOperations.UPDATE).path("id", id(alertId))), options);
  }

  /**
   * Changes any number of alerts alike, said in place, in calls of 100. Page:
   * batch-update-alerts.md.
   *
   * @return what became of each call; see {@link #batchUpdate(BatchUpdate, CallOptions)}
   */
  public BatchUpdateReport batchUpdate(
      Collection<String> alertIds, UnaryOperator<AlertUpdate> update) {
    return batchUpdate(
        BatchUpdate.of(alertIds, Check.notNull(update, "update").apply(AlertUpdate.nothing())));
  }

  /** Changes many alerts alike, as the batch says. Page: batch-update-alerts.md. */
  public BatchUpdateReport batchUpdate(BatchUpdate batch) {
    return batchUpdate(batch, CallOptions.defaults());
  }

  /**
   * Changes many alerts alike, as the batch says, each call with these options. Page:
   * batch-update-alerts.md.
   *
   * <p>Once it has begun, nothing is thrown: the report says what became of each call, with its
   * error, and the calls go on after one that was refused. They end at an error that every other
   * would meet too, such as a missing permission or an hour's quota used up, and where three in a
   * row got no answer of use, as from a service that is down; what is left is then not sent. An
   * interrupt ends it so too, and the thread's flag is set again.
   */
  public BatchUpdateReport batchUpdate(BatchUpdate batch, CallOptions options) {
    return new BatchUpdateRun(defender, batch, options).report();
  }

  /**
   * Raises an alert on an event that Defender recorded. Page: create-alert-by-reference.md.
   *
   * <p>An open alert on the same machine with the same title takes up the new one: the id may then
   * be that of an alert that was there before. An automated investigation begins by itself.
   *
   * @return the alert, new or not, mostly without its evidence
   * @throws dev.defendersdk.core.error.NotFoundException if there is no event with this report id,
   *     at this very time, on this machine
   * @throws dev.defendersdk.core.error.OutcomeUnknownException if the answer was lost: look for the
   *     alert among those of the machine before you raise it again
   */
  public Alert createByReference(NewAlert alert) {
    return createByReference(alert, CallOptions.defaults());
  }

  /** Raises an alert on an event, said in place. Page: create-alert-by-reference.md. */
  public Alert createByReference(EventReference event, UnaryOperator<NewAlert> alert) {
    return createByReference(Check.notNull(alert, "alert").apply(NewAlert.on(event)));
  }

  /** Raises an alert on an event, with options. Page: create-alert-by-reference.md. */
  public Alert createByReference(NewAlert alert, CallOptions options) {
    return defender.execute(
        Check.notNull(alert, "alert").applyTo(Call.of(AlertOperations.CREATE_BY_REFERENCE)),
        options);
  }

  /**
   * The alerts of a machine. Page: get-machine-related-alerts.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such machine, thrown as the
   *     list is asked for
   */
  public Paged<Alert> ofMachine(String machineId) {
    return ofMachine(machineId, CallOptions.defaults());
  }

  /** The alerts of a machine, with options. Page: get-machine-related-alerts.md. */
  public Paged<Alert> ofMachine(String machineId, CallOptions options) {
    return defender.list(machine(AlertOperations.LIST_OF_MACHINE, machineId), options);
  }

  /** The alerts of a machine that pass a filter. Page: get-machine-related-alerts.md. */
  public Paged<Alert> ofMachine(String machineId, Function<AlertFields, Filter> filter) {
    return ofMachine(machineId, filter, CallOptions.defaults());
  }

  /** The alerts of a machine that pass a filter, with options. Page: as without. */
  public Paged<Alert> ofMachine(
      String machineId, Function<AlertFields, Filter> filter, CallOptions options) {
    return defender.list(
        machine(AlertOperations.LIST_OF_MACHINE, machineId)
            .query(ListQuery.all().where(filter(filter))),
        options);
  }

  /** How many alerts a machine has. Page: exposed-apis-odata-samples.md. */
  public long countOfMachine(String machineId) {
    return countOfMachine(machineId, CallOptions.defaults());
  }

  /** How many alerts a machine has, with options. Page: exposed-apis-odata-samples.md. */
  public long countOfMachine(String machineId, CallOptions options) {
    return defender.execute(machine(AlertOperations.COUNT_OF_MACHINE, machineId), options);
  }

  /** How many alerts of a machine pass a filter. Page: exposed-apis-odata-samples.md. */
  public long countOfMachine(String machineId, Function<AlertFields, Filter> filter) {
    return countOfMachine(machineId, filter, CallOptions.defaults());
  }

  /** How many alerts of a machine pass a filter, with options. Page: as without. */
  public long countOfMachine(
      String machineId, Function<AlertFields, Filter> filter, CallOptions options) {
    return defender.execute(
        machine(AlertOperations.COUNT_OF_MACHINE, machineId)
            .query("$filter", filter(filter).expression()),
        options);
  }

  /**
   * The alerts of a file; none if it is not known. Page: get-file-related-alerts.md.
   *
   * @param sha1 40 hex digits; the service takes neither MD5 nor SHA-256
   */
  public Paged<Alert> ofFile(String sha1) {
    return ofFile(sha1, CallOptions.defaults());
  }

  /** The alerts of a file, with options. Page: get-file-related-alerts.md. */
  public Paged<Alert> ofFile(String sha1, CallOptions options) {
    return defender.list(
        Call.of(AlertOperations.LIST_OF_FILE).path("sha1", Ids.sha1(sha1)), options);
  }

  /** The alerts of an IPv4 or IPv6 address; none if not known. Page: get-ip-related-alerts.md. */
  public Paged<Alert> ofIp(String ipAddress) {
    return ofIp(ipAddress, CallOptions.defaults());
  }

  /** The alerts of an IP address, with options. Page: get-ip-related-alerts.md. */
  public Paged<Alert> ofIp(String ipAddress, CallOptions options) {
    return defender.list(
        Call.of(AlertOperations.LIST_OF_IP).path("ip", Ids.address(ipAddress)), options);
  }

  /**
   * The alerts of a domain; none if it is not known. Page: get-domain-related-alerts.md, which has
   * {@code Alert.ReadWrite.All} as the only permission.
   *
   * @param domain a name such as {@code www.contoso.com}, not a URL
   */
  public Paged<Alert> ofDomain(String domain) {
    return ofDomain(domain, CallOptions.defaults());
  }

  /** The alerts of a domain, with options. Page: get-domain-related-alerts.md. */
  public Paged<Alert> ofDomain(String domain, CallOptions options) {
    return defender.list(
        Call.of(AlertOperations.LIST_OF_DOMAIN).path("domain", Ids.domain(domain)), options);
  }

  /**
   * The alerts of a user; none if nobody has this name. Two domains may share a name: then these
   * are the alerts of both. Page: get-user-related-alerts.md.
   *
   * @param userName the bare account name, without a domain: {@code user1} for {@code
   *     user1@contoso.com}, not the user principal name
   */
  public Paged<Alert> ofUser(String userName) {
    return ofUser(userName, CallOptions.defaults());
  }

  /** The alerts of a user, with options. Page: get-user-related-alerts.md. */
  public Paged<Alert> ofUser(String userName, CallOptions options) {
    return defender.list(
        Call.of(AlertOperations.LIST_OF_USER).path("userName", Ids.userName(userName)), options);
  }

  /**
   * The domains of an alert; none, too, where there is no such alert. Page:
   * get-alert-related-domain-info.md. Needs {@code Url.Read.All}.
   */
  public Paged<RelatedDomain> domainsOf(String alertId) {
    return domainsOf(alertId, CallOptions.defaults());
  }

  /** The domains of an alert, with options. Page: get-alert-related-domain-info.md. */
  public Paged<RelatedDomain> domainsOf(String alertId, CallOptions options) {
    return defender.list(Call.of(AlertOperations.LIST_DOMAINS).path("id", id(alertId)), options);
  }

  /**
   * The IP addresses of an alert; none, too, where there is no such alert. Page:
   * get-alert-related-ip-info.md. Needs {@code Ip.Read.All}.
   */
  public Paged<RelatedIp> ipsOf(String alertId) {
    return ipsOf(alertId, CallOptions.defaults());
  }

  /** The IP addresses of an alert, with options. Page: get-alert-related-ip-info.md. */
  public Paged<RelatedIp> ipsOf(String alertId, CallOptions options) {
    return defender.list(Call.of(AlertOperations.LIST_IPS).path("id", id(alertId)), options);
  }

  private static <T> Call<T> machine(Operation<T> operation, String machineId) {
    return Call.of(operation).path("id", Ids.machine(machineId));
  }

  private static String id(String alertId) {
    return Ids.opaque(alertId, "alertId", "Alert.id()");
  }

  private static Filter filter(Function<AlertFields, Filter> filter) {
    return Check.notNull(Check.notNull(filter, "filter").apply(AlertFields.INSTANCE), "filter");
  }

  @Override
  public String toString() {
    return "AlertsClient[" + defender + "]";
  }
}
