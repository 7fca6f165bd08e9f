/** Exports of a tenant's data as files. */
@NullMarked
package dev.defendersdk.testkit.internal.exports;

import org.jspecify.annotations.NullMarked;
