/** Checks of arguments, redaction, time stamps. */
@NullMarked
package dev.defendersdk.core.internal.text;

import org.jspecify.annotations.NullMarked;
