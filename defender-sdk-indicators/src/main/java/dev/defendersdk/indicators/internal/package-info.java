/** The values of indicators: one form of each, and what cannot be one. */
@NullMarked
package dev.defendersdk.indicators.internal;

import org.jspecify.annotations.NullMarked;
