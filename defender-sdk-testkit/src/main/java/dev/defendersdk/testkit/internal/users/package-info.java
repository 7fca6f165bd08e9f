/** The users who log on to the machines of a tenant. */
@NullMarked
package dev.defendersdk.testkit.internal.users;

import org.jspecify.annotations.NullMarked;
