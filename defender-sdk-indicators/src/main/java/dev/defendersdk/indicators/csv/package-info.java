/** Indicators in the form of CSV that Microsoft's portal imports. */
@NullMarked
package dev.defendersdk.indicators.csv;

import org.jspecify.annotations.NullMarked;
