package dev.defendersdk.testkit.internal.signin;

import java.util.List;

/**
 * A user, as far as tokens tell.
 *
 * @param name the user's principal name
 * @param permissions delegated permissions of the Defender API
 */
record User(String name, List<String> permissions) {}
