package dev.defendersdk.machineactions.machines;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The machines (devices) of a tenant. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * MachinesClient machines = new MachinesClient(defender);
 * for (Machine machine : machines.list(q -> q.where(m -> m.riskScore().eq(RiskScore.HIGH)))) {
 *   …
 * }
 * }</pre>
 *
 * <p>Permissions: reading needs {@code Machine.Read.All} or {@code Machine.ReadWrite.All}, changing
 * machines {@code Machine.ReadWrite.All}. Quota: 100 calls a minute and 1,500 an hour for each
 * operation. All methods throw {@link dev.defendersdk.core.error.DefenderException} if the call
 * fails, and {@link IllegalArgumentException} for wrong arguments, before any call.
 */
public final class MachinesClient {

  /** The most machines whose tags one call changes. */
  public static final int MACHINES_PER_TAG_CALL = 500;

  private static final Duration FIND_BY_IP_REACH = Duration.ofDays(30);

  private final DefenderClient defender;

  /** A view of the machines of this client's tenant. */
  public MachinesClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /** All machines seen within the tenant's retention. Page: get-machines.md. */
  public Paged<Machine> list() {
    return list(MachineQuery.all());
  }

  /** The machines of a query, built in place. Page: get-machines.md. */
  public Paged<Machine> list(UnaryOperator<MachineQuery> query) {
    return list(Check.notNull(query, "query").apply(MachineQuery.all()));
  }

  /** The machines of a query. Page: get-machines.md. */
  public Paged<Machine> list(MachineQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The machines of a query, each page with these options. Page: get-machines.md. */
  public Paged<Machine> list(MachineQuery query, CallOptions options) {
    return defender.list(
        Call.of(MachineOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One machine. Page: get-machine-by-id.md.
   *
   * @param idOrName its id, or its fully qualified name
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Machine get(String idOrName) {
    return get(idOrName, CallOptions.defaults());
  }

  /**
   * One machine, with options. Page: get-machine-by-id.md.
   *
   * @param idOrName its id, or its fully qualified name
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Machine get(String idOrName, CallOptions options) {
    return defender.execute(Call.of(MachineOperations.GET).path("id", idOrName(idOrName)), options);
  }

  /**
   * The machines that had an internal address from 15 minutes before to 15 minutes after a time.
   * Page: find-machines-by-ip.md.
   *
   * @param ipAddress an IPv4 or IPv6 address
   * @param time within the past 30 days
   */
  public Paged<Machine> findByIp(String ipAddress, Instant time) {
    return findByIp(ipAddress, time, CallOptions.defaults());
  }

  /**
   * The machines that had an internal address around a time, with options. Page:
   * find-machines-by-ip.md.
   *
   * @param ipAddress an IPv4 or IPv6 address
   * @param time within the past 30 days
   */
  public Paged<Machine> findByIp(String ipAddress, Instant time, CallOptions options) {
    String address = Ids.address(ipAddress);
    Instant oldest = defender.timeSource().now().minus(FIND_BY_IP_REACH);
    if (Check.notNull(time, "time").isBefore(oldest)) {
      throw new IllegalArgumentException(
          "time is "
              + time
              + ": the service looks back 30 days, to "
              + oldest
              + ". Pass a later time.");
    }
    return defender.list(
        Call.of(MachineOperations.FIND_BY_IP).path("ip", address).path("timestamp", time), options);
  }

  /** The machines with a tag. Page: find-machines-by-tag.md. */
  public Paged<Machine> findByTag(String tag) {
    return findByTag(tag, CallOptions.defaults());
  }

  /** The machines with a tag, with options. Page: find-machines-by-tag.md. */
  public Paged<Machine> findByTag(String tag, CallOptions options) {
    return findByTag(tag, false, options);
  }

  /** The machines with a tag that begins so. Page: find-machines-by-tag.md. */
  public Paged<Machine> findByTagPrefix(String prefix) {
    return findByTagPrefix(prefix, CallOptions.defaults());
  }

  /** The machines with a tag that begins so, with options. Page: find-machines-by-tag.md. */
  public Paged<Machine> findByTagPrefix(String prefix, CallOptions options) {
    return findByTag(prefix, true, options);
  }

  /**
   * Adds a tag to a machine; one that it has already stays. Page: add-or-remove-machine-tags.md.
   *
   * @return the machine as it is then
   */
  public Machine addTag(String machineId, String tag) {
    return changeTag(machineId, tag, "Add", CallOptions.defaults());
  }

  /** Adds a tag to a machine, with options. Page: add-or-remove-machine-tags.md. */
  public Machine addTag(String machineId, String tag, CallOptions options) {
    return changeTag(machineId, tag, "Add", options);
  }

  /**
   * Removes a tag from a machine. Page: add-or-remove-machine-tags.md.
   *
   * @return the machine as it is then
   */
  public Machine removeTag(String machineId, String tag) {
    return changeTag(machineId, tag, "Remove", CallOptions.defaults());
  }

  /** Removes a tag from a machine, with options. Page: add-or-remove-machine-tags.md. */
  public Machine removeTag(String machineId, String tag, CallOptions options) {
    return changeTag(machineId, tag, "Remove", options);
  }

  /**
   * Adds a tag to up to 500 machines in one call. Page: add-or-remove-multiple-machine-tags.md.
   *
   * @return the machines that the service says it changed
   */
  public List<Machine> addTag(Collection<String> machineIds, String tag) {
    return addTag(machineIds, tag, CallOptions.defaults());
  }

  /** Adds a tag to many machines, with options. Page: add-or-remove-multiple-machine-tags.md. */
  public List<Machine> addTag(Collection<String> machineIds, String tag, CallOptions options) {
    return changeTagOfMany(machineIds, tag, "Add", options);
  }

  /**
   * Removes a tag from up to 500 machines in one call. Page:
   * add-or-remove-multiple-machine-tags.md.
   *
   * @return the machines that the service says it changed
   */
  public List<Machine> removeTag(Collection<String> machineIds, String tag) {
    return removeTag(machineIds, tag, CallOptions.defaults());
  }

  /** Removes a tag from many, with options. Page: add-or-remove-multiple-machine-tags.md. */
  public List<Machine> removeTag(Collection<String> machineIds, String tag, CallOptions options) {
    return changeTagOfMany(machineIds, tag, "Remove", options);
  }

  /**
   * Gives a machine a value, which its exposure is weighed by. Page: set-device-value.md.
   *
   * @return the machine as it is then
   */
  public Machine setDeviceValue(String machineId, DeviceValue value) {
    return setDeviceValue(machineId, value, CallOptions.defaults());
  }

  /** Gives a machine a value, with options. Page: set-device-value.md. */
  public Machine setDeviceValue(String machineId, DeviceValue value, CallOptions options) {
    return defender.execute(
        Call.of(MachineOperations.SET_DEVICE_VALUE)
            .path("id", Ids.machine(machineId))
            .member("DeviceValue", Check.notNull(value, "value")),
        options);
  }

  /**
   * Changes tags and value of a machine, said in place: {@code update(id, u ->
   * u.deviceValue(DeviceValue.HIGH))}. Page: update-machine-method.md.
   *
   * @return the machine as it is then
   */
  public Machine update(String machineId, UnaryOperator<MachineUpdate> update) {
    return update(machineId, Check.notNull(update, "update").apply(MachineUpdate.nothing()));
  }

  /**
   * Changes tags and value of a machine. Page: update-machine-method.md.
   *
   * @param update at least one change
   * @return the machine as it is then
   */
  public Machine update(String machineId, MachineUpdate update) {
    return update(machineId, update, CallOptions.defaults());
  }

  /** Changes tags and value of a machine, with options. Page: update-machine-method.md. */
  public Machine update(String machineId, MachineUpdate update, CallOptions options) {
    if (Check.notNull(update, "update").isEmpty()) {
      throw new IllegalArgumentException(
          "update is " + update + ": it changes nothing. Set machineTags or deviceValue.");
    }
    return defender.execute(
        Call.of(MachineOperations.UPDATE)
            .path("id", Ids.machine(machineId))
            .member("machineTags", update.machineTags())
            .member("deviceValue", update.deviceValue()),
        options);
  }

  /**
   * The machines that a user logged on to; none if nobody has this name. Two domains may share a
   * name: then these are the machines of both. Page: get-user-related-machines.md. Needs {@code
   * Machine.ReadWrite.All}, as the page has it; a live client gets by with {@code
   * Machine.Read.All}.
   *
   * @param userName the bare account name, as {@code User.accountName()} has it: {@code user1} for
   *     {@code user1@contoso.com}, and without a domain before it
   */
  public Paged<Machine> ofUser(String userName) {
    return ofUser(userName, CallOptions.defaults());
  }

  /** The machines that a user logged on to, with options. Page: get-user-related-machines.md. */
  public Paged<Machine> ofUser(String userName, CallOptions options) {
    return defender.list(
        Call.of(MachineOperations.LIST_OF_USER).path("userName", Ids.userName(userName)), options);
  }

  /**
   * The machines that a file was seen on; none if it is not known. Page:
   * get-file-related-machines.md.
   *
   * @param sha1 40 hex digits; the service takes neither MD5 nor SHA-256
   */
  public Paged<Machine> ofFile(String sha1) {
    return ofFile(sha1, CallOptions.defaults());
  }

  /** The machines that a file was seen on, with options. Page: get-file-related-machines.md. */
  public Paged<Machine> ofFile(String sha1, CallOptions options) {
    return defender.list(
        Call.of(MachineOperations.LIST_OF_FILE).path("sha1", Ids.sha1(sha1)), options);
  }

  /**
   * The machines that talked to a domain; none if it is not known. The service returns 500 at the
   * most, and does not say if there are more. Page: get-domain-related-machines.md.
   *
   * @param domain a name such as {@code www.contoso.com}, not a URL
   */
  public Paged<Machine> ofDomain(String domain) {
    return ofDomain(domain, CallOptions.defaults());
  }

  /** The machines that talked to a domain, with options. Page: get-domain-related-machines.md. */
  public Paged<Machine> ofDomain(String domain, CallOptions options) {
    return defender.list(
        Call.of(MachineOperations.LIST_OF_DOMAIN).path("domain", Ids.domain(domain)), options);
  }

  /**
   * The machine of an alert. Page: get-alert-related-machine-info.md.
   *
   * @param alertId {@code Alert.id()}
   * @return empty if the service finds no such alert, or no machine of it: it answers both alike
   */
  public Optional<Machine> ofAlert(String alertId) {
    return ofAlert(alertId, CallOptions.defaults());
  }

  /** The machine of an alert, with options. Page: get-alert-related-machine-info.md. */
  public Optional<Machine> ofAlert(String alertId, CallOptions options) {
    return defender.find(
        Call.of(MachineOperations.GET_OF_ALERT)
            .path("id", Ids.opaque(alertId, "alertId", "Alert.id()")),
        options);
  }

  private Paged<Machine> findByTag(String tag, boolean prefix, CallOptions options) {
    return defender.list(
        Call.of(MachineOperations.FIND_BY_TAG)
            .query("tag", Check.notBlank(tag, "tag"))
            .query("useStartsWithFilter", prefix),
        options);
  }

  private Machine changeTag(String machineId, String tag, String action, CallOptions options) {
    return defender.execute(
        Call.of(MachineOperations.CHANGE_TAG)
            .path("id", Ids.machine(machineId))
            .member("Value", Check.notBlank(tag, "tag"))
            .member("Action", action),
        options);
  }

  private List<Machine> changeTagOfMany(
      Collection<String> machineIds, String tag, String action, CallOptions options) {
    return defender.execute(
        Call.of(MachineOperations.CHANGE_TAG_OF_MANY)
            .member("Value", Check.notBlank(tag, "tag"))
            .member("Action", action)
            .member("MachineIds", Ids.machines(machineIds, MACHINES_PER_TAG_CALL)),
        options);
  }

  private static String idOrName(String idOrName) {
    String given = Check.notBlank(idOrName, "idOrName");
    if (given.contains("/")
        || given.contains("\\")
        || given.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "idOrName is "
              + Check.quote(given)
              + ": it must be a machine id or a DNS name. Pass one without slashes and control characters.");
    }
    return given;
  }

  @Override
  public String toString() {
    return "MachinesClient[" + defender + "]";
  }
}
