/** The tenant behind WireMock, with sockets. */
@NullMarked
package dev.defendersdk.testkit.internal.wiremock;

import org.jspecify.annotations.NullMarked;
