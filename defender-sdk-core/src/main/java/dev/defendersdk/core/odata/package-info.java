/** Typed filters and list queries, escaped by construction. */
@NullMarked
package dev.defendersdk.core.odata;

import org.jspecify.annotations.NullMarked;
