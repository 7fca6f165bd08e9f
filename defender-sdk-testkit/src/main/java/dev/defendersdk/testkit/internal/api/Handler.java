package dev.defendersdk.testkit.internal.api;

/** Carries out one operation. Called under the tenant's lock; must not wait. */
@FunctionalInterface
public interface Handler {

  /**
   * Answers the call.
   *
   * @throws ApiError where the service refuses
   */
  Answer handle(Call call);
}
