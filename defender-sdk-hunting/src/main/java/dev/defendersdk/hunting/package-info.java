/**
 * Advanced hunting. Start at {@link dev.defendersdk.hunting.HuntingClient}.
 *
 * <p>Records here are results. Their constructors and deconstruction are not part of the
 * compatibility promise: components may be added in a minor release.
 */
@NullMarked
package dev.defendersdk.hunting;

import org.jspecify.annotations.NullMarked;
