/** Requests and answers as they travel, whatever carries them. */
@NullMarked
package dev.defendersdk.testkit.internal.wire;

import org.jspecify.annotations.NullMarked;
