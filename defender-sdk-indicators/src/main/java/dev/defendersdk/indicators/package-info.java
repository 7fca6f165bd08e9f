/**
 * Indicators of Defender for Endpoint. Start at {@link IndicatorsClient}.
 *
 * <p>Entities are records. Their constructors and deconstruction are not part of the compatibility
 * promise: components may be added in a minor release. Make one for a test with {@code Json.read}.
 * What the service may leave out is nullable; lists are never null.
 */
@NullMarked
package dev.defendersdk.indicators;

import org.jspecify.annotations.NullMarked;
