/** The only package that touches msal4j. */
@NullMarked
package dev.defendersdk.core.internal.msal;

import org.jspecify.annotations.NullMarked;
