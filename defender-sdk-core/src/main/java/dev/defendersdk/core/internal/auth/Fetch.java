package dev.defendersdk.core.internal.auth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fetch of a token, which all callers wait for. Guarded by its entry's lock. */
final class Fetch {

  final @Nullable String claims;
  final boolean forRefused;
  private final List<Runnable> wakes = new ArrayList<>();
  @Nullable Thread thread;
  @Nullable TokenAnswer answer;

  /**
   * @param claims the claims challenge that it answers, or null
   * @param forRefused true if it replaces a token that the service refused
   */
  Fetch(@Nullable String claims, boolean forRefused) {
    this.claims = claims;
    this.forRefused = forRefused;
  }

  void wakeWith(Runnable wake) {
    wakes.add(wake);
  }

  void end(TokenAnswer with) {
    answer = with;
    wakes.forEach(Runnable::run);
    wakes.clear();
  }
}
