/**
 * Findings of a partner's own product, published as alerts on the events that Defender recorded.
 * Start at {@link dev.defendersdk.alerts.external.ExternalAlerts}.
 */
@NullMarked
package dev.defendersdk.alerts.external;

import org.jspecify.annotations.NullMarked;
