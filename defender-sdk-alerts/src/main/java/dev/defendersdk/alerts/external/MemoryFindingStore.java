package dev.defendersdk.alerts.external;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last record of each finding, in memory. */
final class MemoryFindingStore implements FindingStore {

  private record Key(String tenantId, String key) {}

  private final Map<Key, FindingRecord> records = new ConcurrentHashMap<>();

  @Override
  public Optional<FindingRecord> find(String tenantId, String key) {
    return Optional.ofNullable(records.get(new Key(tenantId, key)));
  }

  @Override
  public void put(FindingRecord record) {
    records.put(new Key(record.tenantId(), record.key()), record);
  }

  @Override
  public String toString() {
    return "FindingStore[memory, " + records.size() + " findings]";
  }
}
