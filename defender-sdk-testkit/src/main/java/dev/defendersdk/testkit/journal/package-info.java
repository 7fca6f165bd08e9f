/** What a simulated tenant saw and did, request by request. */
@NullMarked
package dev.defendersdk.testkit.journal;

import org.jspecify.annotations.NullMarked;
