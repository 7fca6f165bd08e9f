/**
 * What Defender knows of files, domains and addresses. Start at {@link FilesClient}. Their alerts
 * are in the module of alerts, their machines in that of machine actions.
 *
 * <p>Entities are records. Their constructors and deconstruction are not part of the compatibility
 * promise: components may be added in a minor release. Make one for a test with {@code Json.read}.
 * What the service may leave out is nullable; lists are never null.
 */
@NullMarked
package dev.defendersdk.indicators.observables;

import org.jspecify.annotations.NullMarked;
