package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.investigations.InvestigationBook;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Bounds;
import dev.defendersdk.testkit.internal.users.UserBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All alerts of a tenant. What becomes visible later than it was made is shown when somebody looks
 * after that time: no thread does it. Guarded by the cloud's lock.
 */
public final class AlertBook {

  /** Something that happens at a tick. */
  private record Due(long at, long number, Runnable happens) {}

  private final MachineBook machines;
  private final UserBook users;
  private final InvestigationBook investigations;
  private final Ids ids;
  private final IncidentBook incidents = new IncidentBook();
  private final Shelf<AlertState, Alert> shelf = new Shelf<>();
  private final Map<String, List<Alert>> byMachine = new HashMap<>();
  private final Map<String, List<Alert>> byInvestigation = new HashMap<>();
  private final Set<String> poisoned = new HashSet<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private long dueNumber;

  public AlertBook(
      MachineBook machines, UserBook users, InvestigationBook investigations, Ids ids) {
    this.machines = machines;
    this.users = users;
    this.investigations = investigations;
    this.ids = ids;
    investigations.watch(this::investigationMoved);
  }

  public IncidentBook incidents() {
    return incidents;
  }

  /** Lets all happen that happens up to now. */
  public void settle(Instant now) {
    investigations.settle(now);
    long tick = Ticks.of(now);
    while (!due.isEmpty() && due.element().at() <= tick) {
      due.remove().happens().run();
    }
  }

  private void at(long tick, Runnable happens) {
    due.add(new Due(tick, dueNumber++, happens));
  }

  /** Raises an alert now, and makes it part of an incident. */
  public Alert raise(NewTenantAlert wanted, Machine machine, Instant now) {
    return raise(wanted, machine, null, now);
  }

  /**
   * @param event of which it is raised; null for some that are invented
   */
  Alert raise(NewTenantAlert wanted, Machine machine, @Nullable Instant event, Instant now) {
    long created = Ticks.of(now);
    String id = newId(created);
    String account = wanted.text("user");
    AlertFacts facts =
        AlertCatalogue.facts(
            id, created, wanted, account == null ? users.accountOf(machine) : account);
    String severity = wanted.text("severity");
    AlertState first =
        AlertState.first(
            created,
            severity == null ? AlertCatalogue.kind(id).severity() : severity,
            event == null ? AlertCatalogue.firstEvent(id, created) : Ticks.of(event),
            event == null ? AlertCatalogue.lastEvent(id, created) : Ticks.of(event));
    Alert alert =
        new Alert(id, machine, created, facts, first, Ticks.of(now.plus(wanted.visibleAfter())));
    add(alert, !wanted.isWithoutIncident(), created);
    if (wanted.isInvestigated()) {
      investigate(alert, now);
    }
    return alert;
  }

  /** Some, the same for the same seed, of the past 30 days. */
  public void generate(int count, Instant now) {
    SplittableRandom random = ids.random();
    List<Machine> all = machines.all();
    for (int i = 0; i < count; i++) {
      long created = Ticks.of(now) - random.nextLong(30L * 24 * 3600 * 10_000_000);
      String id = newId(created);
      AlertState state =
          AlertState.first(
              created,
              AlertCatalogue.kind(id).severity(),
              AlertCatalogue.firstEvent(id, created),
              AlertCatalogue.lastEvent(id, created));
      long changed = created + random.nextLong(Ticks.of(now) - created + 1);
      state = AlertGenerator.aged(state, changed, random);
      Machine machine = all.get(random.nextInt(all.size()));
      add(new Alert(id, machine, created, null, state, changed), random.nextInt(25) != 0, changed);
    }
  }

  /** Shows versions as their time comes, each pulled when the one before is shown. */
  public void script(Iterator<AlertVersion> versions) {
    if (versions.hasNext()) {
      AlertVersion next = versions.next();
      at(
          Ticks.of(next.visibleAt()),
          () -> {
            apply(next);
            script(versions);
          });
    }
  }

  private void apply(AlertVersion version) {
    long made = Ticks.of(version.lastUpdateTime());
    long visible = Ticks.of(version.visibleAt());
    Alert alert = shelf.find(version.alertId());
    if (alert == null) {
      Machine machine =
          machines.all().get(Math.floorMod(version.alertId().hashCode(), machines.all().size()));
      AlertState first =
          AlertState.first(
                  made,
                  version.severity(),
                  AlertCatalogue.firstEvent(version.alertId(), made),
                  AlertCatalogue.lastEvent(version.alertId(), made))
              .scripted(version.severity(), version.status(), made);
      add(new Alert(version.alertId(), machine, made, null, first, visible), true, visible);
    } else if (made >= alert.newest().lastUpdate()) {
      AlertState next = alert.newest().scripted(version.severity(), version.status(), made);
      show(alert, next, alert.change(next), visible);
    }
  }

  private void add(Alert alert, boolean inIncident, long now) {
    shelf.add(alert);
    byMachine.computeIfAbsent(alert.machine().id(), id -> new ArrayList<>(2)).add(alert);
    if (inIncident) {
      incidents.gather(alert, facts(alert).title());
    }
    showInTime(alert, alert.newest(), alert.made(), now, alert.visibleFrom());
  }

  private String newId(long created) {
    // The digits that the service's ids begin with count from the year 1.
    return "da" + (created + 621_355_968_000_000_000L) + "_" + ids.random().nextInt();
  }

  /** An open alert of this title on a machine; null if there is none. */
  @Nullable Alert findOpen(Machine machine, String title) {
    for (Alert alert : of(machine)) {
      if (alert.shown() != null
          && alert.newest().isOpen()
          && alert.isDefenders()
          && facts(alert).title().equals(title)) {
        return alert;
      }
    }
    return null;
  }

  /** Joins an event to an alert, as Defender does instead of raising a second one. */
  void join(Alert alert, Instant event, Instant now) {
    change(alert, at -> alert.newest().touched(at, Ticks.of(event)), now, Duration.ZERO);
  }

  /** Changes an alert now, for clients to see after some time. */
  public void change(Alert alert, AlertChange change, Instant now, Duration visibleAfter) {
    change(alert, at -> alert.newest().with(change, at), now, visibleAfter);
  }

  private void change(
      Alert alert, LongFunction<AlertState> change, Instant now, Duration visibleAfter) {
    long at = Ticks.of(now);
    AlertState next = change.apply(at);
    long visible = Math.max(Ticks.of(now.plus(visibleAfter)), alert.visibleFrom());
    showInTime(alert, next, alert.change(next), at, visible);
  }

  private void showInTime(Alert alert, AlertState state, int change, long now, long visible) {
    if (visible <= now) {
      show(alert, state, change, now);
    } else {
      at(visible, () -> show(alert, state, change, visible));
    }
  }

  private void show(Alert alert, AlertState state, int change, long at) {
    if (shelf.show(alert, state, change)) {
      incidents.alertSeen(alert, at);
    }
  }

  /** Moves alerts to an incident; null for a new one. Answers which. */
  public Incident move(List<Alert> alerts, @Nullable Incident target, Instant now) {
    Alert first = alerts.get(0);
    long at = Ticks.of(now);
    Incident into = target == null ? incidents.begin(first, facts(first).title(), at, at) : target;
    for (Alert alert : alerts) {
      Incident from = alert.incident();
      IncidentBook.put(alert, into);
      change(alert, tick -> alert.newest().touched(tick, Ticks.NONE), now, Duration.ZERO);
      if (from != null && !from.equals(into)) {
        incidents.change(from, from.newest(), at);
      }
    }
    return into;
  }

  /** Merges an incident into another: its alerts move, and it leads there. */
  public void merge(Incident other, Incident target, Instant now) {
    if (!other.alerts().isEmpty()) {
      move(List.copyOf(other.alerts()), target, now);
    }
    change(
        other,
        other.newest().with("status", "redirected").with("redirectIncidentId", target.id()),
        now,
        Duration.ZERO);
  }

  /** Adds a comment to an incident. */
  public void comment(Incident incident, String text, String by, Instant now) {
    Note note = new Note(text, by, Ticks.instant(Ticks.of(now)));
    change(incident, incident.newest().with(note), now, Duration.ZERO);
  }

  /** Changes an incident now, for clients to see after some time. */
  public void change(Incident incident, IncidentState next, Instant now, Duration visibleAfter) {
    long visible = Math.max(Ticks.of(now.plus(visibleAfter)), incident.visibleFrom());
    if (visible <= Ticks.of(now)) {
      incidents.change(incident, next, Ticks.of(now));
    } else {
      IncidentState stamped = IncidentBook.stamped(incident, next, Ticks.of(now));
      int change = incident.change(stamped);
      at(visible, () -> incidents.show(incident, stamped, change));
    }
  }

  private void investigate(Alert alert, Instant now) {
    String id = investigations.investigate(alert.machine(), alert.id(), now);
    if (id == null) {
      setState(alert, "UnsupportedOs", Ticks.of(now));
    } else {
      alert.investigationId(id);
      byInvestigation.computeIfAbsent(id, unused -> new ArrayList<>(1)).add(alert);
      setState(alert, investigations.state(id), Ticks.of(now));
    }
  }

  private void investigationMoved(String id, String state, Instant at) {
    for (Alert alert : byInvestigation.getOrDefault(id, List.of())) {
      setState(alert, state, Ticks.of(at));
    }
  }

  private void setState(Alert alert, String state, long at) {
    long later = Math.max(at, alert.newest().lastUpdate());
    AlertState next = alert.newest().investigated(state, later);
    showInTime(alert, next, alert.change(next), later, Math.max(later, alert.visibleFrom()));
  }

  /** Makes every page that holds the evidence of this alert fail. */
  public void poison(String id) {
    poisoned.add(id);
  }

  /**
   * Fails as the service does where evidence cannot be brought.
   *
   * @throws ApiError 500 if one of the alerts is poisoned
   */
  public void checkEvidence(List<Alert> alerts) {
    if (!poisoned.isEmpty() && alerts.stream().anyMatch(alert -> poisoned.contains(alert.id()))) {
      throw new ApiError(500, "InternalServerError", "");
    }
  }

  /** Whether clients see it or not; null if there is none. */
  public @Nullable Alert find(String id) {
    return shelf.find(id);
  }

  /**
   * One that clients see.
   *
   * @throws ApiError 404 if there is none
   */
  public Alert get(String id) {
    Alert alert = shelf.find(id);
    if (alert == null || alert.shown() == null) {
      throw ApiError.notFound("Alert", id);
    }
    return alert;
  }

  /**
   * One that clients see and that Defender itself raised: its API knows no others.
   *
   * @throws ApiError 404 if there is none
   */
  Alert getOfDefender(String id) {
    Alert alert = get(id);
    if (!alert.isDefenders()) {
      throw ApiError.notFound("Alert", id);
    }
    return alert;
  }

  /** All, whether clients see them or not. */
  public Collection<Alert> all() {
    return shelf.all();
  }

  /** Of one machine, in the order in which they were raised, whether clients see them or not. */
  public List<Alert> of(Machine machine) {
    return byMachine.getOrDefault(machine.id(), List.of());
  }

  /** Those that clients see, in the order of their ids. */
  public Iterable<Alert> inOrderOfId(Bounds bounds) {
    return shelf.inOrderOfId(bounds);
  }

  /** Those that clients see, the last changed first. */
  public Collection<Alert> newestFirst(Bounds bounds) {
    return shelf.newestFirst(bounds);
  }

  /** Those that clients see, the last changed last. */
  public Collection<Alert> oldestFirst(Bounds bounds) {
    return shelf.oldestFirst(bounds);
  }

  /** What of an alert never changes. */
  public AlertFacts facts(Alert alert) {
    AlertFacts facts = alert.facts();
    return facts == null
        ? AlertCatalogue.facts(alert.id(), alert.created(), users.accountOf(alert.machine()))
        : facts;
  }

  /** An alert as clients see it now; where they do not yet, as it is. */
  public AlertSnapshot snapshot(Alert alert) {
    AlertState shown = alert.shown();
    return snapshot(alert, shown == null ? alert.newest() : shown);
  }

  /** An alert as it is, whether clients see it so or not. */
  public AlertSnapshot truth(Alert alert) {
    return snapshot(alert, alert.newest());
  }

  private AlertSnapshot snapshot(Alert alert, AlertState state) {
    Incident incident = alert.incident();
    return new AlertSnapshot(
        alert.id(),
        alert.created(),
        state,
        facts(alert),
        alert.machine().row(),
        incident == null ? null : incident.id(),
        alert.investigationId());
  }
}
