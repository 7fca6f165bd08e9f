package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.NewIndicator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tenant's list of indicators what a list of yours says, and keeps it so. First a plan,
 * which says what would be done and why and sends nothing; then the fewest calls.
 *
 * <pre>{@code
 * IndicatorSync sync =
 *     IndicatorSync.builder(defender).mark(OwnerMark.inApplication("netshield-feed")).build();
 * SyncPlan plan =
 *     sync.plan(
 *         List.of(
 *             NewIndicator.ipAddress("203.0.113.7").block("Beacon", "Case 4711."),
 *             NewIndicator.domain("bad.example").block("Phishing", "Case 4712.")));
 * plan.print(System.out);
 * SyncReport report = sync.apply(plan);
 * }</pre>
 *
 * <p><b>Identity.</b> Type, value in its one form, and device groups make two indicators one. Of a
 * file that is given by several hashes the longest is sent: see {@link DesiredList.Builder#file}.
 * What is not said is not compared, but for the expiry: an indicator without one never expires. One
 * with a duration is submitted again when half of it has passed, so that a sync repeated daily does
 * not write everything each day.
 *
 * <p><b>Ownership.</b> Only entries that this application created <em>and</em> that have the mark
 * are changed or deleted; those of people, of Defender for Cloud Apps and of other integrations are
 * never touched: where one has the place of a wish, that is a conflict, and the wish stays out.
 *
 * <p><b>Capacity.</b> A tenant holds 15,000 indicators, those of others counted. What has no room
 * is decided by the priority, and said in the plan. The application sees all of them with {@code
 * Ti.ReadWrite.All} alone; with {@code Ti.ReadWrite} the plan says that its count is incomplete.
 *
 * <p><b>Calls.</b> The list by pages of 10,000, imports and batch deletes of 500, within the quota.
 * What is wished for is submitted before what is not is deleted, unless there is no room. A refused
 * change of action is deleted and submitted again, slice by slice: see {@link ActionChanges}; if
 * that fails the former entry is put back. These slices come before other imports, so that an
 * import waits after its deletion only if others use up the quota: for up to a minute. Lost answers
 * are looked up in the list. Nothing is kept between runs: stopped or killed anywhere, plan and
 * apply again ends in the same list. Between the last reading of the list and an import somebody
 * else may create an entry of the same identity: the service cannot be told to leave it, and would
 * update it.
 *
 * <p>Needs {@code Ti.ReadWrite.All}, or {@code Ti.ReadWrite}. Pages:
 * get-ti-indicators-collection.md, import-ti-indicators.md, batch-delete-ti-indicators.md.
 * Immutable and thread-safe; but let one sync of a mark run at a time.
 */
public final class IndicatorSync {

  // A call under way, a minute of quota, and another call.
  private static final Duration GRACE = Duration.ofMinutes(3);

  private final DefenderClient defender;
  private final Settings settings;

  private IndicatorSync(DefenderClient defender, Settings settings) {
    this.defender = defender;
    this.settings = settings;
  }

  /** Begins a sync of this client's tenant. */
  public static Builder builder(DefenderClient defender) {
    return new Builder(Check.notNull(defender, "defender"));
  }

  /** Plans for indicators, the most important first unless there is a {@link Builder#priority}. */
  public SyncPlan plan(Iterable<NewIndicator> desired) {
    return plan(DesiredList.builder().addAll(desired).build());
  }

  /** Plans for indicators, as with an {@code Iterable}; the stream is read to its end. */
  public SyncPlan plan(Stream<NewIndicator> desired) {
    return plan(DesiredList.builder().addAll(desired).build());
  }

  /**
   * Plans: checks the list, reads the tenant's, and compares. Blocks; sends nothing.
   *
   * @param desired what the tenant is to hold; with an empty one all own entries are deleted
   * @throws IllegalArgumentException before any call if two of it are one to the service and
   *     differ, or one cannot be sent, such as one that has expired
   * @throws IllegalStateException if it is not known which application this is: see {@link
   *     Builder#createdBy}
   * @throws dev.defendersdk.core.error.DefenderException if the list cannot be read
   */
  public SyncPlan plan(DesiredList desired) {
    Check.notNull(desired, "desired");
    Instant now = defender.timeSource().now();
    List<Unit> units = Units.of(desired, settings, now);
    AccessReport access = defender.verifyAccess(List.of(IndicatorOperations.LIST));
    String creator = creator(access);
    AtomicInteger calls = new AtomicInteger();
    List<Indicator> listed = read(calls);
    Instant madeAt = defender.timeSource().now();
    Draft.Rules rules =
        new Draft.Rules(
            settings,
            creator,
            madeAt,
            madeAt,
            entry -> true,
            unit -> settings.actionChanges() == ActionChanges.REPLACE);
    Draft draft = new Draft(rules, units, listed);
    SyncPlan.Basis basis =
        new SyncPlan.Basis(
            settings,
            defender.tenantId(),
            creator,
            access.held().contains("Ti.ReadWrite.All"),
            units,
            desired.size(),
            listed.size(),
            calls.get(),
            madeAt);
    return new SyncPlan(basis, draft.lines(), draft.free());
  }

  private String creator(AccessReport access) {
    String given = settings.createdBy();
    String creator = given == null ? access.clientId() : given;
    if (creator.isBlank()) {
      throw new IllegalStateException(
          "it is not known which application this is, by whose id its entries are told from others:"
              + " the credential does not say. Build the sync with createdBy(…).");
    }
    return creator;
  }

  private List<Indicator> read(AtomicInteger calls) {
    CompletableFuture<List<Indicator>> listed =
        new Listing(defender.background(), settings.calls(), calls::incrementAndGet).read();
    try {
      boolean unused = Waits.until(listed, defender.timeSource(), Long.MAX_VALUE);
      return listed.join();
    } catch (InterruptedException e) {
      boolean unused = listed.cancel(true);
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED)
          .operation(IndicatorOperations.LIST.id())
          .detail("interrupted; nothing was sent")
          .toException();
    } catch (CompletionException e) {
      throw Waits.error(e);
    }
  }

  /**
   * Begins to apply a plan. The list is read again first: what the plan says and does not hold any
   * more is left. Nothing is thrown once it has begun: the report says what became of each line.
   *
   * @param plan one that this sync made
   * @throws IllegalArgumentException if another sync made it
   * @throws IllegalStateException if it has conflicts and the policy is {@link
   *     ConflictPolicy#REFUSE}
   */
  public SyncHandle begin(SyncPlan plan) {
    Check.notNull(plan, "plan");
    if (!plan.basis().settings().equals(settings)
        || !plan.basis().tenantId().equals(defender.tenantId())) {
      throw new IllegalArgumentException(
          "plan is of another sync, of tenant "
              + plan.basis().tenantId()
              + ": a plan is applied by the sync that made it. Plan with this one.");
    }
    List<SyncLine> conflicts = plan.lines(SyncAction.CONFLICT);
    if (settings.conflicts() == ConflictPolicy.REFUSE && !conflicts.isEmpty()) {
      throw new IllegalStateException(
          "the plan has "
              + conflicts.size()
              + " conflicts, the first "
              + conflicts.get(0)
              + ". The policy is REFUSE: nothing was sent. Take them out of the list, or use another"
              + " policy.");
    }
    SyncRun run = new SyncRun(defender.background(), defender.timeSource(), plan);
    run.begin();
    return new SyncHandle(run, defender.timeSource());
  }

  /**
   * Applies a plan, and waits for its end. If the thread is interrupted, it stops as {@link
   * SyncHandle#stop} does, and waits for that, for up to three minutes, before it throws: so what
   * was deleted to be submitted again is, even if the client is closed then.
   *
   * @param plan one that this sync made
   * @throws IllegalArgumentException as {@link #begin}
   * @throws IllegalStateException as {@link #begin}
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public SyncReport apply(SyncPlan plan) {
    SyncHandle handle = begin(plan);
    try {
      boolean unused = Waits.until(handle.end(), defender.timeSource(), Long.MAX_VALUE);
      return handle.end().join();
    } catch (InterruptedException e) {
      // Whoever closes the client now would end it between a deletion and what comes in its place.
      handle.stop();
      long deadline = defender.timeSource().nanos() + GRACE.toNanos();
      Waits.untilEvenIfInterrupted(handle.end(), defender.timeSource(), deadline);
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED)
          .detail("interrupted; " + handle + (handle.end().isDone() ? "" : ", and it goes on"))
          .toException();
    }
  }

  @Override
  public String toString() {
    return "IndicatorSync[" + defender + ", " + settings.mark() + "]";
  }

  /** Builds a sync. For one thread. */
  public static final class Builder {

    private static final int CAPACITY = 15_000;

    private final DefenderClient defender;
    private @Nullable OwnerMark mark;
    private @Nullable String createdBy;
    private @Nullable Comparator<? super NewIndicator> priority;
    private ConflictPolicy conflicts = ConflictPolicy.LEAVE;
    private ActionChanges actionChanges = ActionChanges.UPDATE_OR_REPLACE;
    private @Nullable List<String> groups;
    private int capacity = CAPACITY;
    private double renewal = 0.5;
    private CallOptions calls = CallOptions.defaults();
    private @Nullable Consumer<SyncProgress> listener;

    private Builder(DefenderClient defender) {
      this.defender = defender;
    }

    /** The mark of the integration's own entries. Required. */
    public Builder mark(OwnerMark mark) {
      this.mark = Check.notNull(mark, "mark");
      return this;
    }

    /**
     * What the tenant shows as {@code createdBy} of the integration's own entries; the credential's
     * client id if this is not said. For a token supplier that does not say its application, and
     * for users, whose principal name it is.
     */
    public Builder createdBy(String createdBy) {
      this.createdBy = Check.notBlank(createdBy, "createdBy").strip();
      return this;
    }

    /** What comes first where there is not room for all; the list's order if this is not said. */
    public Builder priority(Comparator<? super NewIndicator> priority) {
      this.priority = Check.notNull(priority, "priority");
      return this;
    }

    /**
     * What happens to wishes whose place somebody else's entry has; they are left out if unsaid.
     */
    public Builder conflicts(ConflictPolicy policy) {
      this.conflicts = Check.notNull(policy, "policy");
      return this;
    }

    /** How an entry gets another action; in place, or else replaced, if this is not said. */
    public Builder actionChanges(ActionChanges how) {
      this.actionChanges = Check.notNull(how, "how");
      return this;
    }

    /** As with a collection. */
    public Builder deviceGroups(String... names) {
      return deviceGroups(Arrays.asList(Check.notNull(names, "names")));
    }

    /**
     * Keeps the sync to indicators of just these device groups, by name: wishes that name none get
     * them, and own entries of other groups are left alone. With none it keeps to those for all
     * devices. If this is not said, the sync is of all own entries, and each wish is for the groups
     * that it names.
     */
    public Builder deviceGroups(Collection<String> names) {
      List<String> given = Check.noNulls(names, "names");
      given.forEach(name -> Check.notBlank(name, "names"));
      this.groups = given;
      return this;
    }

    /**
     * How many indicators the tenant may hold in all, those of others counted: fewer than the
     * 15,000 of the service leave room for others.
     */
    public Builder capacity(int indicators) {
      this.capacity = Check.between(indicators, 1, CAPACITY, "indicators");
      return this;
    }

    /**
     * Which part of its duration an indicator must have left, or else it is submitted again; 0.5 if
     * this is not said. With 0 it is when it has expired.
     *
     * @param part from 0 to 0.99
     */
    public Builder renewBelow(double part) {
      if (!(part >= 0 && part <= 0.99)) {
        throw new IllegalArgumentException(
            "part is " + part + ": it must be from 0 to 0.99. Pass one of these, such as 0.5.");
      }
      this.renewal = part;
      return this;
    }

    /** Options of each call. */
    public Builder callOptions(CallOptions options) {
      this.calls = Check.notNull(options, "options");
      return this;
    }

    /**
     * Is told how far it is, after each call, on a background thread that it must not keep. What it
     * throws is ignored.
     */
    public Builder onProgress(Consumer<SyncProgress> listener) {
      this.listener = Check.notNull(listener, "listener");
      return this;
    }

    /**
     * The sync.
     *
     * @throws IllegalStateException if there is no mark
     */
    public IndicatorSync build() {
      OwnerMark own = mark;
      if (own == null) {
        throw new IllegalStateException(
            "there is no mark, by which the integration's own entries are told from others. Set it"
                + " with mark(…).");
      }
      return new IndicatorSync(
          defender,
          new Settings(
              own,
              createdBy,
              priority,
              conflicts,
              actionChanges,
              groups,
              capacity,
              renewal,
              calls,
              listener));
    }
  }
}
