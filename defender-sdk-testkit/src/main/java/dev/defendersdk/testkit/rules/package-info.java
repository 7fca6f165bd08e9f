/** How a simulated tenant behaves: its quirks, its quotas and the faults it is told to show. */
@NullMarked
package dev.defendersdk.testkit.rules;

import org.jspecify.annotations.NullMarked;
