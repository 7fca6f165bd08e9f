package dev.defendersdk.core.internal.waiting;

import org.jspecify.annotations.Nullable;

/**
 * What a look at something awaited shows.
 *
 * @param value what came, or null if it has not come yet
 * @param untilNanos when to look again at the latest, if it has not
 */
public record Look<T>(@Nullable T value, long untilNanos) {

  public static <T> Look<T> at(T value) {
    return new Look<>(value, 0);
  }

  public static <T> Look<T> againAt(long untilNanos) {
    return new Look<>(null, untilNanos);
  }
}
