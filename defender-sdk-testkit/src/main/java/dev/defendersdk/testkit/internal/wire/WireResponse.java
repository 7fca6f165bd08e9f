package dev.defendersdk.testkit.internal.wire;

import java.util.Map;

/**
 * A response as it leaves.
 *
 * @param headers in the order in which they are sent
 * @param body encoded as the {@code Content-Encoding} says
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
public record WireResponse(int status, Map<String, String> headers, byte[] body) {}
