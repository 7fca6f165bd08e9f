/**
 * The feed of alerts and incidents: each of them, and after its last change its latest state, at
 * least once, however often the process that reads them is stopped or killed. Start at {@link
 * dev.defendersdk.alerts.feed.AlertFeeds}.
 */
@NullMarked
package dev.defendersdk.alerts.feed;

import org.jspecify.annotations.NullMarked;
