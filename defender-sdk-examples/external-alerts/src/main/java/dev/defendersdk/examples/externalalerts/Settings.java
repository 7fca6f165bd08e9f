package dev.defendersdk.examples.externalalerts;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How patient the playbook is, and where it keeps what it has published.
 *
 * @param store the file of what was published: keep it for as long as a finding may come again
 * @param event for how long an event is looked for that hunting does not show yet
 * @param investigation how long to follow an investigation at the most
 * @param isolation how long to wait for a device that is offline
 */
record Settings(Path store, Duration event, Duration investigation, Duration isolation) {}
