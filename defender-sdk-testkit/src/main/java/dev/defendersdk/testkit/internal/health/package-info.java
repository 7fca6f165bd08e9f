/** The antivirus health of a tenant's machines. */
@NullMarked
package dev.defendersdk.testkit.internal.health;

import org.jspecify.annotations.NullMarked;
