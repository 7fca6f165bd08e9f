package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.call.Repeatability;

/**
 * What is fixed for a call before it begins.
 *
 * @param repeatability what a second sending would do
 * @param deadlineNanos when it must end, as a reading of the time source
 * @param attemptNanos how long one attempt may take
 * @param maxAttempts how often it may be sent
 * @param manner whether it needs a place in the lane, and whether waiting for that and for the
 *     quota counts against the deadline
 */
public record CallPlan(
    Repeatability repeatability,
    long deadlineNanos,
    long attemptNanos,
    int maxAttempts,
    Manner manner) {}
