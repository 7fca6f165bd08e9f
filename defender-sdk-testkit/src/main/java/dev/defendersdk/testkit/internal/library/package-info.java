/** The live response library of a tenant. */
@NullMarked
package dev.defendersdk.testkit.internal.library;

import org.jspecify.annotations.NullMarked;
