/** Hunting: the tenant's own events, and a small subset of the query language over them. */
@NullMarked
package dev.defendersdk.testkit.internal.hunting;

import org.jspecify.annotations.NullMarked;
