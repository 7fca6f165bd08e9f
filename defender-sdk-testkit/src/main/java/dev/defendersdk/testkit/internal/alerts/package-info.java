/** The alerts and incidents of a tenant, and the Defender API's way to them. */
@NullMarked
package dev.defendersdk.testkit.internal.alerts;

import org.jspecify.annotations.NullMarked;
