package dev.defendersdk.indicators.observables;

import org.jspecify.annotations.Nullable;

/** Reads a prevalence from either of the two forms that answers have. */
final class Prevalence {

  private Prevalence() {}

  /** The number; else what the older text says; else null. */
  static @Nullable Long of(@Nullable Integer number, @Nullable String text) {
    if (number != null) {
      return Long.valueOf(number);
    }
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
