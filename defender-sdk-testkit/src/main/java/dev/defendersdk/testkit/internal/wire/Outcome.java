package dev.defendersdk.testkit.internal.wire;

import java.time.Duration;

/**
 * What a request leads to.
 *
 * @param response not seen by the client where the delivery says so
 * @param delay how long the answer is held back before it leaves
 */
public record Outcome(WireResponse response, Delivery delivery, Duration delay) {}
