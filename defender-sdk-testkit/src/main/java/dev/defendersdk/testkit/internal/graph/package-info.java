/** Alerts and incidents as Microsoft Graph shows them. */
@NullMarked
package dev.defendersdk.testkit.internal.graph;

import org.jspecify.annotations.NullMarked;
