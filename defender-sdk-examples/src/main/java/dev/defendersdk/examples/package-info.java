/** Starters: one program per scenario, to be run as it stands and copied from. */
@NullMarked
package dev.defendersdk.examples;

import org.jspecify.annotations.NullMarked;
