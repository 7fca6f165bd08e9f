/** How threads wait in virtual time. */
@NullMarked
package dev.defendersdk.testkit.internal.time;

import org.jspecify.annotations.NullMarked;
