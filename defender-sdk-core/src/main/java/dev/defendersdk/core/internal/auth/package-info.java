/** The token cache. */
@NullMarked
package dev.defendersdk.core.internal.auth;

import org.jspecify.annotations.NullMarked;
