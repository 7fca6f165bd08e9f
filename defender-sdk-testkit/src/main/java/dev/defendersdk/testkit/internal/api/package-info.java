/** What an area of the simulated service is given and what it answers. */
@NullMarked
package dev.defendersdk.testkit.internal.api;

import org.jspecify.annotations.NullMarked;
