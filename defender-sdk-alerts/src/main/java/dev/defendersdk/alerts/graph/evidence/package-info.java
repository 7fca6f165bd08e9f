/**
 * The evidence of alerts of Microsoft Graph: 48 kinds of entities, and what they are made of. Start
 * at {@link dev.defendersdk.alerts.graph.evidence.Evidence}.
 *
 * <p>Entities are records. Their constructors and deconstruction are not part of the compatibility
 * promise: components may be added in a minor release. Make one for a test with {@code Json.read}.
 * What the service may leave out is nullable; lists and dictionaries are never null.
 */
@NullMarked
package dev.defendersdk.alerts.graph.evidence;

import org.jspecify.annotations.NullMarked;
