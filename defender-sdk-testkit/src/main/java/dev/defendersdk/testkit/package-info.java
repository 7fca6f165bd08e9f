/** The simulated tenant: a Defender for Endpoint tenant with state, time and faults, for tests. */
@NullMarked
package dev.defendersdk.testkit;

import org.jspecify.annotations.NullMarked;
