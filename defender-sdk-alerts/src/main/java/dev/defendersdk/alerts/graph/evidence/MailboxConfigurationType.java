package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What a setting of a mailbox is. Page: security-mailboxconfigurationevidence.md. */
public final class MailboxConfigurationType extends OpenEnum<MailboxConfigurationType.Known> {

  private static final Values<Known, MailboxConfigurationType> VALUES =
      new Values<>(MailboxConfigurationType::new, Known.UNRECOGNIZED);

  /** Mail is forwarded. */
  public static final MailboxConfigurationType MAIL_FORWARDING_RULE =
      VALUES.known("mailForwardingRule", Known.MAIL_FORWARDING_RULE);

  /** The value {@code owaSettings}. */
  public static final MailboxConfigurationType OWA_SETTINGS =
      VALUES.known("owaSettings", Known.OWA_SETTINGS);

  /** The value {@code ewsSettings}. */
  public static final MailboxConfigurationType EWS_SETTINGS =
      VALUES.known("ewsSettings", Known.EWS_SETTINGS);

  /** Others may use the mailbox. */
  public static final MailboxConfigurationType MAIL_DELEGATION =
      VALUES.known("mailDelegation", Known.MAIL_DELEGATION);

  /** A rule of the user for mail that comes in. */
  public static final MailboxConfigurationType USER_INBOX_RULE =
      VALUES.known("userInboxRule", Known.USER_INBOX_RULE);

  private MailboxConfigurationType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static MailboxConfigurationType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link MailboxConfigurationType#MAIL_FORWARDING_RULE}. */
    MAIL_FORWARDING_RULE,
    /** {@link MailboxConfigurationType#OWA_SETTINGS}. */
    OWA_SETTINGS,
    /** {@link MailboxConfigurationType#EWS_SETTINGS}. */
    EWS_SETTINGS,
    /** {@link MailboxConfigurationType#MAIL_DELEGATION}. */
    MAIL_DELEGATION,
    /** {@link MailboxConfigurationType#USER_INBOX_RULE}. */
    USER_INBOX_RULE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
