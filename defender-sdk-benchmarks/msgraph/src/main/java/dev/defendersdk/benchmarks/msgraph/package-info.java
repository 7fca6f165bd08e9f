/** Microsoft's own SDK for Graph, beside which the list of alerts is measured. */
@NullMarked
package dev.defendersdk.benchmarks.msgraph;

import org.jspecify.annotations.NullMarked;
