/** Keeps a tenant's indicators as a list wants them: plan first, then the fewest calls. */
@NullMarked
package dev.defendersdk.indicators.sync;

import org.jspecify.annotations.NullMarked;
