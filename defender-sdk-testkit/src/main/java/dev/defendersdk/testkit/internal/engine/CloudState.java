package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.signin.Application;
import dev.defendersdk.testkit.internal.signin.Directory;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the simulated cloud holds: tenants, the journal, and requests whose sender left before
 * they arrived. One lock guards it, and nobody waits for anything while holding it.
 */
public final class CloudState {

  /** A request on its way whose sender no longer waits. */
  record Late(WireRequest request, Instant sent, Instant arrival, long number) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, TenantState> tenants = new LinkedHashMap<>();
  private final Map<String, TenantState> byName = new HashMap<>();
  private final Map<String, Application> partners = new HashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparing(Late::arrival).thenComparing(Late::number));
  private final Ids ids;
  private long lateNumber;

  public CloudState(long seed) {
    this.ids = new Ids(seed);
  }

  /** Reads or changes the state. */
  public <T extends @Nullable Object> T locked(Supplier<T> task) {
    lock.lock();
    try {
      return task.get();
    } finally {
      lock.unlock();
    }
  }

  public void add(TenantState tenant) {
    String id = tenant.directory().tenantId();
    if (tenants.putIfAbsent(id, tenant) != null) {
      throw new IllegalArgumentException(
          "there is a tenant " + id + " already: tenant ids are unique; give another");
    }
    byName.putIfAbsent(tenant.directory().domain().toLowerCase(Locale.ROOT), tenant);
    byName.put(id.toLowerCase(Locale.ROOT), tenant);
  }

  /** Makes an application known that tenants may let in. */
  public void addPartner(Application application) {
    partners.put(application.clientId(), application);
  }

  @Nullable Application partner(String clientId) {
    return partners.get(clientId);
  }

  Ids ids() {
    return ids;
  }

  @Nullable TenantState tenant(@Nullable String id) {
    return id == null ? null : tenants.get(id);
  }

  @Nullable Directory directory(String id) {
    TenantState tenant = tenants.get(id);
    return tenant == null ? null : tenant.directory();
  }

  /** The tenant that a token request's path means, by id or by domain name. */
  @Nullable TenantState tenantNamed(String segment) {
    return byName.get(segment.toLowerCase(Locale.ROOT));
  }

  /** The only tenant; null if there are several. */
  @Nullable TenantState onlyTenant() {
    return tenants.size() == 1 ? tenants.values().iterator().next() : null;
  }

  void addLate(WireRequest request, Instant sent, Instant arrival) {
    late.add(new Late(request, sent, arrival, lateNumber++));
  }

  /** The next late request that has arrived by now; null if there is none. */
  @Nullable Late nextLate(Instant now) {
    Late next = late.peek();
    return next == null || next.arrival().isAfter(now) ? null : late.poll();
  }

  long nextNumber() {
    return journal.size() + 1L;
  }

  void record(JournalEntry entry) {
    journal.add(entry);
  }

  /**
   * The journal of one tenant: its own requests and those that nobody can be told by.
   *
   * @param tenantId null for all
   */
  List<JournalEntry> journal(@Nullable String tenantId) {
    return journal.stream()
        .filter(
            entry ->
                tenantId == null || entry.tenantId() == null || entry.tenantId().equals(tenantId))
        .toList();
  }
}
