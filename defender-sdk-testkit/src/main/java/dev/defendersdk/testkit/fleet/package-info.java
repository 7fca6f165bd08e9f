/** What machines a simulated tenant has. */
@NullMarked
package dev.defendersdk.testkit.fleet;

import org.jspecify.annotations.NullMarked;
