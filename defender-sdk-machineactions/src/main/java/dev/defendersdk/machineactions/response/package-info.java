/**
 * The wish instead of the call: a machine shall be isolated, whatever stands in the way. Start at
 * {@link dev.defendersdk.machineactions.response.ResponseClient}. Records here are results: their
 * constructors are not part of the promise of compatibility.
 */
@NullMarked
package dev.defendersdk.machineactions.response;

import org.jspecify.annotations.NullMarked;
