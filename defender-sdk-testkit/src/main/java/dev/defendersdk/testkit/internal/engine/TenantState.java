package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.actions.ActionBook;
import dev.defendersdk.testkit.internal.actions.ActionsRoom;
import dev.defendersdk.testkit.internal.actions.LiveResponseBook;
import dev.defendersdk.testkit.internal.actions.LiveResponseRoom;
import dev.defendersdk.testkit.internal.actions.StartsRoom;
import dev.defendersdk.testkit.internal.alerts.AlertBook;
import dev.defendersdk.testkit.internal.alerts.AlertsRoom;
import dev.defendersdk.testkit.internal.alerts.ObservablesRoom;
import dev.defendersdk.testkit.internal.alerts.RelatedRoom;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.exports.ExportsRoom;
import dev.defendersdk.testkit.internal.graph.GraphAlertsRoom;
import dev.defendersdk.testkit.internal.graph.GraphIncidentsRoom;
import dev.defendersdk.testkit.internal.health.HealthRoom;
import dev.defendersdk.testkit.internal.hunting.EventBook;
import dev.defendersdk.testkit.internal.hunting.HuntingRoom;
import dev.defendersdk.testkit.internal.indicators.IndicatorBook;
import dev.defendersdk.testkit.internal.indicators.IndicatorsRoom;
import dev.defendersdk.testkit.internal.investigations.InvestigationBook;
import dev.defendersdk.testkit.internal.investigations.InvestigationsRoom;
import dev.defendersdk.testkit.internal.library.LibraryBook;
import dev.defendersdk.testkit.internal.library.LibraryRoom;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.machines.MachinesRoom;
import dev.defendersdk.testkit.internal.scans.ScanBook;
import dev.defendersdk.testkit.internal.scans.ScansRoom;
import dev.defendersdk.testkit.internal.signin.Directory;
import dev.defendersdk.testkit.internal.storage.StorageBook;
import dev.defendersdk.testkit.internal.users.UserBook;
import dev.defendersdk.testkit.internal.users.UsersRoom;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that one tenant holds. Guarded by the cloud's lock. */
public final class TenantState {

  private final Directory directory;
  private final Quirks quirks;
  private final Ids ids;
  private final MachineBook machines = new MachineBook();
  private final EventBook events = new EventBook(machines);
  private final UserBook users = new UserBook(machines);
  private final ActionBook actions;
  private final InvestigationBook investigations;
  private final AlertBook alerts;
  private final IndicatorBook indicators = new IndicatorBook();
  private final ScanBook scans;
  private final LiveResponseBook liveResponse = new LiveResponseBook();
  private final LibraryBook library = new LibraryBook();
  private final StorageBook storage;
  private final QuotaBook quotas;
  private final FaultBook faults = new FaultBook();
  private final Map<String, Handler> handlers = new HashMap<>();

  public TenantState(Directory directory, Quirks quirks, Quotas quotas, Ids ids) {
    this.directory = directory;
    this.quirks = quirks;
    this.ids = ids;
    this.quotas = new QuotaBook(quotas);
    this.actions = new ActionBook(machines, ids);
    this.investigations = new InvestigationBook(machines, ids);
    this.alerts = new AlertBook(machines, users, investigations, ids);
    this.scans = new ScanBook(ids, directory.tenantId());
    this.storage = new StorageBook(directory.tenantId(), ids);
    // Another area of the service is another room here.
    List<Room> rooms =
        List.of(
            new MachinesRoom(machines, quirks), //
            new StartsRoom(actions, machines, quirks),
            new ActionsRoom(actions, quirks),
            new UsersRoom(users, machines, quirks),
            new InvestigationsRoom(investigations, machines, quirks),
            new ScansRoom(scans, quirks),
            new HealthRoom(machines, quirks),
            new LiveResponseRoom(liveResponse, actions, machines, library, storage, quirks),
            new LibraryRoom(library),
            new ExportsRoom(machines, storage),
            new HuntingRoom(events),
            new AlertsRoom(alerts, machines, events, directory.tenantId(), quirks),
            new RelatedRoom(alerts, machines, users, directory.tenantId(), quirks),
            new ObservablesRoom(alerts, quirks),
            new IndicatorsRoom(indicators, quirks),
            new GraphAlertsRoom(alerts, directory.tenantId(), quirks),
            new GraphIncidentsRoom(alerts, directory.tenantId(), quirks));
    rooms.forEach(room -> handlers.putAll(room.handlers()));
  }

  public Directory directory() {
    return directory;
  }

  public MachineBook machines() {
    return machines;
  }

  public EventBook events() {
    return events;
  }

  public UserBook users() {
    return users;
  }

  public ActionBook actions() {
    return actions;
  }

  public InvestigationBook investigations() {
    return investigations;
  }

  public AlertBook alerts() {
    return alerts;
  }

  public IndicatorBook indicators() {
    return indicators;
  }

  public ScanBook scans() {
    return scans;
  }

  public LiveResponseBook liveResponse() {
    return liveResponse;
  }

  public LibraryBook library() {
    return library;
  }

  StorageBook storage() {
    return storage;
  }

  public FaultBook faults() {
    return faults;
  }

  public void quotas(Quotas other) {
    quotas.quotas(other);
  }

  public Quirks quirks() {
    return quirks;
  }

  public Ids ids() {
    return ids;
  }

  QuotaBook quotaBook() {
    return quotas;
  }

  @Nullable Handler handler(String operationId) {
    return handlers.get(operationId);
  }
}
