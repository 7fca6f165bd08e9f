/** From a request, the state and the time to an answer or a fault. */
@NullMarked
package dev.defendersdk.testkit.internal.engine;

import org.jspecify.annotations.NullMarked;
