/** What calls wait for, so that it can be waited for with a thread and without one. */
@NullMarked
package dev.defendersdk.core.internal.waiting;

import org.jspecify.annotations.NullMarked;
