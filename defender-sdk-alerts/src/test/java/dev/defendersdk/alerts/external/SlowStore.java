package dev.defendersdk.alerts.external;

import dev.defendersdk.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store whose reads and writes can be made to take ten seconds each. */
final class SlowStore implements FindingStore {

  private final VirtualTime time;
  private final FindingStore store = FindingStore.memory();
  private final List<FindingRecord.Stage> stages = new CopyOnWriteArrayList<>();
  private volatile boolean slowPuts;
  private volatile boolean slowReads;

  SlowStore(VirtualTime time) {
    this.time = time;
  }

  void holdsPuts(boolean slow) {
    slowPuts = slow;
  }

  void holdsReads(boolean slow) {
    slowReads = slow;
  }

  /** What was put, in its order. */
  List<FindingRecord.Stage> stages() {
    return stages;
  }

  @Override
  public Optional<FindingRecord> find(String tenantId, String key) {
    passIf(slowReads);
    return store.find(tenantId, key);
  }

  @Override
  public void put(FindingRecord record) {
    passIf(slowPuts);
    store.put(record);
    stages.add(record.stage());
  }

  private void passIf(boolean slow) {
    if (slow) {
      try {
        time.newSignal().await(time.nanos() + Duration.ofSeconds(10).toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
