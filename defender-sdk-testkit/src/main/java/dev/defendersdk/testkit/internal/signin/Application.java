package dev.defendersdk.testkit.internal.signin;

import java.util.List;

/**
 * An application known to a tenant.
 *
 * @param roles consented permissions, of the Defender API and of Microsoft Graph
 */
public record Application(String clientId, String name, String secret, List<String> roles) {}
