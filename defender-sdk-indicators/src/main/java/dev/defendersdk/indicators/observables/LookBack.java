package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;

/** How far statistics look back. */
final class LookBack {

  private static final int MOST_HOURS = 720;

  private LookBack() {}

  // The parameter is spelt in three ways; this is that of the tables.
  static <T> Call<T> on(Call<T> call, int lookBackHours) {
    return call.query(
        "lookBackHours", Check.between(lookBackHours, 1, MOST_HOURS, "lookBackHours"));
  }
}
