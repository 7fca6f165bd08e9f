package dev.defendersdk.core;

import java.time.Instant;

/**
 * What is left of an operation's quota, as counted on this side.
 *
 * @param leftThisMinute calls that could be made at once, by the minute's bound
 * @param leftThisHour calls that could be made at once, by the hour's bound
 * @param nextPermit the earliest time, in UTC, at which a call that begins now is sent
 * @param waiting how many calls wait for a permit
 */
public record QuotaReading(int leftThisMinute, int leftThisHour, Instant nextPermit, int waiting) {}
