package dev.defendersdk.core.internal.json;

/** Told of members whose value is of another kind than the entity's. */
@FunctionalInterface
public interface Misfits {

  /** Tells nobody. */
  Misfits IGNORED = (type, member) -> {};

  void misfit(Class<?> type, String member);
}
