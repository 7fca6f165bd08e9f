package dev.defendersdk.core;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.internal.auth.TokenClaims;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from the tokens of a tenant whether operations may be called. */
final class AccessCheck {

  // The application id of WindowsDefenderATP in every tenant (auth-and-transport.md, section 2).
  private static final String DEFENDER_APPLICATION = "fc780465-2017-40d4-a0c5-307022471b92";

  private final Engine engine;
  private final DefenderClient.View view;
  private final Map<Service, TokenClaims> claims = new EnumMap<>(Service.class);
  private final Set<String> problems = new LinkedHashSet<>();
  private String tokenTenantId = "";

  AccessCheck(Engine engine, DefenderClient.View view) {
    this.engine = engine;
    this.view = view;
  }

  AccessReport of(Collection<Operation<?>> operations) {
    Set<String> held = new LinkedHashSet<>();
    List<AccessReport.Missing> missing = new ArrayList<>();
    for (Operation<?> operation : operations) {
      TokenClaims token = claims.computeIfAbsent(operation.service(), this::claimsOf);
      held.addAll(token.permissions());
      Permissions permissions = operation.permissions();
      List<String> anyOf = token.ofUser() ? permissions.delegated() : permissions.application();
      if (token.readable()
          && !anyOf.isEmpty()
          && anyOf.stream().noneMatch(token.permissions()::contains)) {
        missing.add(new AccessReport.Missing(operation.id(), operation.service(), anyOf));
      }
    }
    return new AccessReport(
        view.tenantId(),
        tokenTenantId,
        engine.credential().clientId(),
        List.copyOf(held),
        missing,
        List.copyOf(problems),
        consentLink());
  }

  // None where the application is registered in the tenant itself.
  private @Nullable URI consentLink() {
    String home = engine.credential().tenantId();
    String application = engine.credential().clientId();
    boolean atHome = home.equalsIgnoreCase(view.tenantId()) || home.equalsIgnoreCase(tokenTenantId);
    return atHome || !Guids.isGuid(application)
        ? null
        : AdminConsent.of(engine.cloud(), application).link();
  }

  private TokenClaims claimsOf(Service service) {
    AccessToken token = engine.token(service, view);
    TokenClaims read = TokenClaims.of(token);
    if (!read.readable()) {
      problems.add("the token of " + service + " cannot be read: its permissions are not known");
      return read;
    }
    if (tokenTenantId.isEmpty()) {
      tokenTenantId = read.tenantId();
    }
    // Which tenant a domain name is of is not known here; but all tokens must be of one.
    String expected = Guids.isGuid(view.tenantId()) ? view.tenantId() : tokenTenantId;
    if (!expected.equalsIgnoreCase(read.tenantId())) {
      problems.add("the token of " + service + " is of the tenant " + read.tenantId());
    }
    String audience = engine.audience(service);
    boolean known =
        same(audience, read.audience())
            || (service == Service.DEFENDER && DEFENDER_APPLICATION.equals(read.audience()));
    if (!known) {
      problems.add(
          "the token of "
              + service
              + " is for "
              + read.audience()
              + ", but must be for "
              + audience);
    }
    return read;
  }

  private static boolean same(String one, String other) {
    return one.replaceAll("/+$", "").equalsIgnoreCase(other.replaceAll("/+$", ""));
  }
}
