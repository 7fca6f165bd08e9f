/** Indicators for a simulated tenant. */
@NullMarked
package dev.defendersdk.testkit.indicators;

import org.jspecify.annotations.NullMarked;
