/**
 * A listener for what the client does: attempts, waits, calls, and answers of an unexpected form.
 */
@NullMarked
package dev.defendersdk.core.observe;

import org.jspecify.annotations.NullMarked;
