/** What alerts a simulated tenant has, and how they change. */
@NullMarked
package dev.defendersdk.testkit.alerts;

import org.jspecify.annotations.NullMarked;
