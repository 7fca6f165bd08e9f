/** The service's quotas, kept on this side: windows, gates and the order of those who wait. */
@NullMarked
package dev.defendersdk.core.internal.quota;

import org.jspecify.annotations.NullMarked;
