/** What the SDK's speed is measured by. */
@NullMarked
package dev.defendersdk.benchmarks;

import org.jspecify.annotations.NullMarked;
