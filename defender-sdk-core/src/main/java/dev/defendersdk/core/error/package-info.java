/** The one family of errors that every call throws, and what is known of each. */
@NullMarked
package dev.defendersdk.core.error;

import org.jspecify.annotations.NullMarked;
