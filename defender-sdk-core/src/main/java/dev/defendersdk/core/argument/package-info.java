/**
 * Checks of arguments, for the SDK's modules and for operations of a partner's own. Preview: names
 * may still change.
 */
@NullMarked
package dev.defendersdk.core.argument;

import org.jspecify.annotations.NullMarked;
