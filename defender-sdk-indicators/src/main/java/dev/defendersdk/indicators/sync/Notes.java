package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.error.DefenderException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the calls of a run have told beside what became of each line. */
final class Notes {

  private final Set<String> unclear = new HashSet<>();
  private boolean hasLearnt;
  private @Nullable DefenderException lastError;

  /** It may have been done, or not. */
  void unclear(String key) {
    unclear.add(key);
  }

  boolean isUnclear(String key) {
    return unclear.contains(key);
  }

  /** Something was learnt of the service, by which the next calls go otherwise. */
  void learnt() {
    hasLearnt = true;
  }

  /** Whether something was learnt since this was last asked. */
  boolean hasLearnt() {
    boolean learnt = hasLearnt;
    hasLearnt = false;
    return learnt;
  }

  void failed(DefenderException error) {
    lastError = error;
  }

  @Nullable DefenderException lastError() {
    return lastError;
  }
}
