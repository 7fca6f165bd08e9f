/** The machines of a tenant. */
@NullMarked
package dev.defendersdk.testkit.internal.machines;

import org.jspecify.annotations.NullMarked;
