/** How the object behind a signed link is read, over breaks, and how it becomes a file. */
@NullMarked
package dev.defendersdk.core.internal.transfer;

import org.jspecify.annotations.NullMarked;
