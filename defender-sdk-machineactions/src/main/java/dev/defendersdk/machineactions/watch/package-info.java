/**
 * Following any number of machine actions at the price of a few calls. Entities are records: their
 * constructors are not part of the promise of compatibility.
 */
@NullMarked
package dev.defendersdk.machineactions.watch;

import org.jspecify.annotations.NullMarked;
