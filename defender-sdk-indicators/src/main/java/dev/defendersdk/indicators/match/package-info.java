/** What a list of indicators would have Defender do with something seen. */
@NullMarked
package dev.defendersdk.indicators.match;

import org.jspecify.annotations.NullMarked;
