/**
 * The client of Microsoft Defender for Endpoint, its builder, clouds, call options and pages. Start
 * at {@link dev.defendersdk.core.DefenderClient}.
 */
@NullMarked
package dev.defendersdk.core;

import org.jspecify.annotations.NullMarked;
