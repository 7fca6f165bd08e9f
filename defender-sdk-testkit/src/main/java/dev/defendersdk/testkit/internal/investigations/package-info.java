/** The automated investigations of a tenant and their walk. */
@NullMarked
package dev.defendersdk.testkit.internal.investigations;

import org.jspecify.annotations.NullMarked;
