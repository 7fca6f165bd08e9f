package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.auth.Credential;
import java.net.URI;

/**
 * Whose token it is, and for what. Nothing else may share it.
 *
 * @param credential who signs in; two credentials are never the same, whatever they hold
 * @param user whose token, or the application itself
 * @param authority the sign-in service, which stands for the cloud
 * @param tenantId the tenant
 * @param scope the service
 */
public record TokenKey(
    Credential credential, TokenUser user, URI authority, String tenantId, String scope) {}
