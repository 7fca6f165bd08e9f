package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store in memory. */
final class MemoryCheckpointStore implements CheckpointStore {

  private final Map<String, Saved> saved = new ConcurrentHashMap<>();

  @Override
  public Optional<Saved> load(String name) {
    return Optional.ofNullable(saved.get(Names.ofStore(name)));
  }

  @Override
  public long save(String name, String text, long version) {
    Check.notNull(text, "text");
    Saved next = new Saved(text, version + 1);
    Saved last = saved.get(Names.ofStore(name));
    long found = last == null ? 0 : last.version();
    boolean follows =
        found == version
            && (last == null
                ? saved.putIfAbsent(name, next) == null
                : saved.replace(name, last, next));
    if (!follows) {
      throw new CheckpointConflictException(name, version, found == version ? 0 : found);
    }
    return next.version();
  }

  @Override
  public String toString() {
    return "CheckpointStore[in memory]";
  }
}
