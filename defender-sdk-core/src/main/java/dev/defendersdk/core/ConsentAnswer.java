package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.text.Redaction;

/**
 * How an administrator answered a consent link: {@link Granted} or {@link Refused}, and nothing
 * else. Made by {@link AdminConsent#answer}.
 */
public sealed interface ConsentAnswer {

  /**
   * The administrator granted what the application asks for.
   *
   * @param tenantId the tenant that granted it, a GUID, as the browser brought it: see {@link
   *     AdminConsent#answer} for what it proves
   */
  record Granted(String tenantId) implements ConsentAnswer {

    /** Checks the id. */
    public Granted {
      Guids.check(tenantId, "tenantId");
    }
  }

  /**
   * Nothing was granted.
   *
   * @param error the sign-in service's word, such as {@code permission_denied}
   * @param description its explanation, for people; empty if there was none. Text from outside:
   *     escape it before it becomes part of a page
   */
  record Refused(String error, String description) implements ConsentAnswer {

    /** Takes whatever may be a secret, and control characters, out of the texts. */
    public Refused {
      error = Redaction.text(Check.notBlank(error, "error"));
      description = Redaction.text(Check.notNull(description, "description"));
    }

    /** What to do about it. */
    public String advice() {
      return switch (error) {
        case "permission_denied", "access_denied", "consent_required", "interaction_required" ->
            "The administrator declined, or may not consent for the whole tenant. Ask again, with a"
                + " new link, somebody who may: a Privileged Role Administrator for instance.";
        case "temporarily_unavailable", "server_error" ->
            "The sign-in service could not answer. Try again later, with a new link.";
        default ->
            "The link or the application's registration is wrong: see the AADSTS code in the"
                + " description. Compare client id and redirect URI with the registration, which must"
                + " be for accounts in any organizational directory, and send a new link.";
      };
    }
  }
}
