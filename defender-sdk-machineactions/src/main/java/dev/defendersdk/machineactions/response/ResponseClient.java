package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.watch.ActionWatcher;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Response by wishes: <em>this machine shall be isolated</em>, whatever is under way on it,
 * whatever becomes of an answer, and whether it is online. Make one for a tenant, and keep it: it
 * knows the wishes of this process, of which the last one for a machine wins, and follows all their
 * actions by one {@link ActionWatcher}. No thread waits.
 *
 * <pre>{@code
 * ResponseClient response = new ResponseClient(defender);
 * WishResult result =
 *     response.ensureIsolated(machineId, Isolation.full("C2 beacon, case 4711")).await(Duration.ofMinutes(30));
 * }</pre>
 *
 * <p>A wish looks first: where the newest action of its kind has succeeded, nothing is done; one
 * under way that does what is wished for is adopted; the opposite is cancelled, or waited for. Only
 * then it asks the service, which is told a marker in the comment; a lost answer is settled by
 * looking for that marker before the action is asked for again. Two actions of a machine that undo
 * each other are never in flight at once.
 *
 * <p>Needs the permission of the action ({@code Machine.Isolate} and so on) and, to read, {@code
 * Machine.Read.All} or {@code Machine.ReadWrite.All}. Thread-safe. Closing the client ends all
 * wishes as {@link WishOutcome#STOPPED}.
 */
public final class ResponseClient {

  private static final int SESSIONS = 25;
  static final int MOST_MACHINES = 1_000_000;

  private record Place(String machineId, Topic topic) {}

  private final DefenderClient defender;
  private final Effects effects;
  private final Places sessions;
  private final ConcurrentMap<Place, Desk> desks = new ConcurrentHashMap<>();

  /** Response in this client's tenant, with 25 live response sessions at once. */
  public ResponseClient(DefenderClient defender) {
    this(defender, SESSIONS);
  }

  /**
   * Response in this client's tenant.
   *
   * @param sessions how many live response sessions its wishes may have at once, from 1 to 50;
   *     those that wait for their machine count. 25 holds by both figures of the page
   *     (run-live-response.md: 25 in the tenant before, 50 since)
   */
  public ResponseClient(DefenderClient defender, int sessions) {
    this.defender = Check.notNull(defender, "defender");
    this.effects = new Effects(defender, new ActionWatcher(defender));
    this.sessions = new Places(Check.between(sessions, 1, 50, "sessions"), true);
  }

  /** The machine shall be isolated. Page: isolate-machine.md. Needs {@code Machine.Isolate}. */
  public WishHandle ensureIsolated(String machineId, Isolation isolation) {
    return ensure(machineId, MachineWish.isolated(isolation));
  }

  /**
   * The machine shall not be isolated. Page: unisolate-machine.md. Needs {@code Machine.Isolate}.
   *
   * @param comment why; the service keeps it
   * @throws IllegalStateException if the client is closed
   */
  public WishHandle ensureReleased(String machineId, String comment) {
    return ensure(machineId, MachineWish.released(comment));
  }

  /**
   * The machine shall run only files that Microsoft has signed. Page: restrict-code-execution.md.
   * Needs {@code Machine.RestrictExecution}.
   *
   * @param comment why; the service keeps it
   */
  public WishHandle ensureRestricted(String machineId, String comment) {
    return ensure(machineId, MachineWish.restricted(comment));
  }

  /**
   * The machine shall not be restricted. Page: unrestrict-code-execution.md. Needs {@code
   * Machine.RestrictExecution}.
   *
   * @param comment why; the service keeps it
   */
  public WishHandle ensureUnrestricted(String machineId, String comment) {
    return ensure(machineId, MachineWish.unrestricted(comment));
  }

  /**
   * The machine shall be scanned, unless such a scan succeeded not long ago. Page: run-av-scan.md.
   * Needs {@code Machine.Scan}.
   *
   * @param unlessWithin a scan of this kind that was asked for within this time, and succeeded, is
   *     enough
   */
  public WishHandle ensureScanned(String machineId, AntiVirusScan scan, Duration unlessWithin) {
    return ensure(machineId, MachineWish.scanned(scan).unlessWithin(unlessWithin));
  }

  /** The machine shall be as wished for. */
  public WishHandle ensure(String machineId, MachineWish wish) {
    return ensure(machineId, wish, WishOptions.defaults());
  }

  /** The machine shall be as wished for, with options. */
  public WishHandle ensure(String machineId, MachineWish wish, WishOptions options) {
    return ensure(machineId, wish, options, Gate.OPEN);
  }

  /**
   * Many machines shall be as wished for: each wish as {@link #ensure} has it, in the background,
   * within four fifths of the quotas. Begins at once.
   *
   * @param machineIds up to 1,000,000, each once
   * @throws IllegalArgumentException if one is none, or comes twice, or the options' store is not
   *     empty
   */
  public BulkHandle bulk(Collection<String> machineIds, MachineWish wish, BulkOptions options) {
    Check.notNull(wish, "wish");
    Check.notNull(options, "options");
    List<String> ids =
        Ids.machines(machineIds, MOST_MACHINES).stream().map(ResponseClient::folded).toList();
    Set<String> once = new HashSet<>();
    for (String id : ids) {
      if (!once.add(id)) {
        throw new IllegalArgumentException(
            "machineIds has "
                + Check.quote(id)
                + " twice: a machine is acted on once. Pass it once.");
      }
    }
    BulkNotes notes = BulkNotes.begin(effects.newMarker(), defender.tenantId(), wish, ids);
    BulkStore store = options.store();
    if (store != null) {
      if (!store.load().isEmpty()) {
        throw new IllegalArgumentException(
            "the store holds a bulk already: a new one begins in an empty store."
                + " Go on with that by resume(…), or pass another store.");
      }
      store.append(notes.lines());
    }
    ids.forEach(id -> publish(id, wish, options.wishes(), notes.id()));
    return new Bulk(this, effects, options, notes).begin();
  }

  /**
   * Goes on with a bulk of another process, from its store: what has ended stays so, what has begun
   * is followed, what may have begun is looked for, and all else is asked for.
   *
   * @param options with the store
   * @throws IllegalArgumentException if there is no store, or it is of another tenant
   * @throws IllegalStateException if the store holds no bulk that was begun
   */
  public BulkHandle resume(BulkOptions options) {
    BulkStore store = Check.notNull(options, "options").store();
    if (store == null) {
      throw new IllegalArgumentException(
          "options have no store: there is nothing to go on with. Set it with store(…).");
    }
    BulkNotes notes = BulkNotes.read(store.load());
    if (!notes.tenantId().equalsIgnoreCase(defender.tenantId())) {
      throw new IllegalArgumentException(
          "the store is of tenant "
              + Check.quote(notes.tenantId())
              + ", but the client of "
              + Check.quote(defender.tenantId())
              + ": a bulk stays in its tenant. Use a client of that.");
    }
    return new Bulk(this, effects, options, notes).begin();
  }

  /** All actions of this client's wishes, and others, are followed by it. */
  public ActionWatcher watcher() {
    return effects.watcher();
  }

  WishHandle ensure(String machineId, MachineWish wish, WishOptions options, Gate gate) {
    String id = folded(Ids.machine(machineId));
    Check.notNull(wish, "wish");
    Check.notNull(options, "options");
    Place place = new Place(id, wish.topic());
    String known = options.id();
    String wishId = known != null ? known : effects.newMarker();
    if (known == null) {
      publish(id, wish, options, wishId);
    }
    Desk desk =
        desks.compute(
            place,
            (where, there) -> {
              Desk free = there != null ? there : new Desk(() -> leave(where));
              free.reserve();
              return free;
            });
    boolean session = wish.topic() == Topic.LIVE_RESPONSE;
    Gate way = session ? Gate.both(sessions.forOne(), gate) : gate;
    WishRun run = new WishRun(desk, effects, way, id, wish, options, wishId);
    desk.take(run);
    return new WishHandle(run, effects.time());
  }

  /** Tells other processes of a new wish. One that is taken up again is no new one. */
  private static void publish(
      String machineId, MachineWish wish, WishOptions options, String wishId) {
    LastWishes store = options.lastWishes();
    if (store != null) {
      store.put(machineId, wish.topic().name(), wishId);
    }
  }

  private void leave(Place place) {
    desks.computeIfPresent(place, (where, desk) -> desk.isIdle() ? null : desk);
  }

  // Hex digits mean the same in any case.
  private static String folded(String machineId) {
    return machineId.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "ResponseClient[" + defender + "]";
  }
}
