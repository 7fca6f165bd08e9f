/** The machine actions of a tenant and their walk. */
@NullMarked
package dev.defendersdk.testkit.internal.actions;

import org.jspecify.annotations.NullMarked;
