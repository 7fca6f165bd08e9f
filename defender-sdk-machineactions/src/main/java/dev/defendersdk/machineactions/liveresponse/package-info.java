/**
 * Live response: scripts and files on machines, their results, and the library that they come from.
 * Entities are records; their constructors and deconstruction are no promise, for new components
 * come in minor releases.
 */
@NullMarked
package dev.defendersdk.machineactions.liveresponse;

import org.jspecify.annotations.NullMarked;
