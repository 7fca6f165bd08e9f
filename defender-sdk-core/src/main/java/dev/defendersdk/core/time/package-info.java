/** Where the SDK takes time, waiting and randomness from, so that tests can hand in their own. */
@NullMarked
package dev.defendersdk.core.time;

import org.jspecify.annotations.NullMarked;
