/** The way of a call: a pure step function, and the driver that carries its steps out. */
@NullMarked
package dev.defendersdk.core.internal.runner;

import org.jspecify.annotations.NullMarked;
