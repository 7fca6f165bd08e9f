/** Credentials and access tokens. */
@NullMarked
package dev.defendersdk.core.auth;

import org.jspecify.annotations.NullMarked;
