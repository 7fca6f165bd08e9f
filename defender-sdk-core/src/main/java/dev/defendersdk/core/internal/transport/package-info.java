/** One bounded exchange on the wire, and bodies as they came. */
@NullMarked
package dev.defendersdk.core.internal.transport;

import org.jspecify.annotations.NullMarked;
