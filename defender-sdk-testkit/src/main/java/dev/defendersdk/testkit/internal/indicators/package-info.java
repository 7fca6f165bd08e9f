/** The tenant's indicators, and the operations on them. */
@NullMarked
package dev.defendersdk.testkit.internal.indicators;

import org.jspecify.annotations.NullMarked;
