/** The authenticated scans of a tenant. */
@NullMarked
package dev.defendersdk.testkit.internal.scans;

import org.jspecify.annotations.NullMarked;
