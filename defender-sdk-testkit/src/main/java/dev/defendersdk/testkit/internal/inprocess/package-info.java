/** The tenant behind the JDK's HTTP client, without sockets. */
@NullMarked
package dev.defendersdk.testkit.internal.inprocess;

import org.jspecify.annotations.NullMarked;
