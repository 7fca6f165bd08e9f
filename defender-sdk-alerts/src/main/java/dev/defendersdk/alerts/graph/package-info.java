/**
 * Alerts and incidents through Microsoft Graph ({@code alerts_v2}): those of all products of
 * Defender. Start at {@link dev.defendersdk.alerts.graph.SecurityAlertsClient} and {@link
 * dev.defendersdk.alerts.graph.IncidentsClient}.
 *
 * <p>Entities are records. Their constructors and deconstruction are not part of the compatibility
 * promise: components may be added in a minor release. Make one for a test with {@code Json.read}.
 * What the service may leave out is nullable; lists and dictionaries are never null.
 */
@NullMarked
package dev.defendersdk.alerts.graph;

import org.jspecify.annotations.NullMarked;
