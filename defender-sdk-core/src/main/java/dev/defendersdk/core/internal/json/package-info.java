/** JSON in and out: records that lose nothing, and pages decoded one element at a time. */
@NullMarked
package dev.defendersdk.core.internal.json;

import org.jspecify.annotations.NullMarked;
