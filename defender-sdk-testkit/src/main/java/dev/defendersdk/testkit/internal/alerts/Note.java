package dev.defendersdk.testkit.internal.alerts;

import java.time.Instant;

/**
 * A comment on an alert or an incident.
 *
 * @param created in the service's ticks
 */
public record Note(String text, String by, Instant created) {}
