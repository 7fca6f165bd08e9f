package dev.defendersdk.testkit.internal.api;

import java.util.List;

/**
 * Who calls, by token.
 *
 * @param name of the user, or of the application where it acts for itself
 * @param roles permissions in the token
 */
public record Caller(String tenantId, String applicationId, String name, List<String> roles) {}
