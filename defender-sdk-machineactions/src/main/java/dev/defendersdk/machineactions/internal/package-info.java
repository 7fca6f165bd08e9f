/** What the rooms of this module share. */
@NullMarked
package dev.defendersdk.machineactions.internal;

import org.jspecify.annotations.NullMarked;
