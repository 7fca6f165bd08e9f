package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What a piece of evidence is. No page lists the values: these are from the service metadata. */
public final class EntityType extends OpenEnum<EntityType.Known> {

  private static final Values<Known, EntityType> VALUES =
      new Values<>(EntityType::new, Known.UNRECOGNIZED);

  /** The value {@code Url}. */
  public static final EntityType URL = VALUES.known("Url", Known.URL);

  /** The value {@code User}. */
  public static final EntityType USER = VALUES.known("User", Known.USER);

  /** The value {@code File}. */
  public static final EntityType FILE = VALUES.known("File", Known.FILE);

  /** The value {@code Machine}. */
  public static final EntityType MACHINE = VALUES.known("Machine", Known.MACHINE);

  /** The value {@code Ip}. */
  public static final EntityType IP = VALUES.known("Ip", Known.IP);

  /** The value {@code Process}. */
  public static final EntityType PROCESS = VALUES.known("Process", Known.PROCESS);

  /** The value {@code Mailbox}. */
  public static final EntityType MAILBOX = VALUES.known("Mailbox", Known.MAILBOX);

  /** The value {@code MailCluster}. */
  public static final EntityType MAIL_CLUSTER = VALUES.known("MailCluster", Known.MAIL_CLUSTER);

  /** The value {@code MailMessage}. */
  public static final EntityType MAIL_MESSAGE = VALUES.known("MailMessage", Known.MAIL_MESSAGE);

  /** The value {@code SecurityGroup}. */
  public static final EntityType SECURITY_GROUP =
      VALUES.known("SecurityGroup", Known.SECURITY_GROUP);

  /** The value {@code RegistryKey}. */
  public static final EntityType REGISTRY_KEY = VALUES.known("RegistryKey", Known.REGISTRY_KEY);

  /** The value {@code Registry}. */
  public static final EntityType REGISTRY = VALUES.known("Registry", Known.REGISTRY);

  /** The value {@code CommandLine}. */
  public static final EntityType COMMAND_LINE = VALUES.known("CommandLine", Known.COMMAND_LINE);

  /** The value {@code CloudApplication}. */
  public static final EntityType CLOUD_APPLICATION =
      VALUES.known("CloudApplication", Known.CLOUD_APPLICATION);

  /** The value {@code OAuthApplication}. */
  public static final EntityType OAUTH_APPLICATION =
      VALUES.known("OAuthApplication", Known.OAUTH_APPLICATION);

  private EntityType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static EntityType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link EntityType#URL}. */
    URL,
    /** {@link EntityType#USER}. */
    USER,
    /** {@link EntityType#FILE}. */
    FILE,
    /** {@link EntityType#MACHINE}. */
    MACHINE,
    /** {@link EntityType#IP}. */
    IP,
    /** {@link EntityType#PROCESS}. */
    PROCESS,
    /** {@link EntityType#MAILBOX}. */
    MAILBOX,
    /** {@link EntityType#MAIL_CLUSTER}. */
    MAIL_CLUSTER,
    /** {@link EntityType#MAIL_MESSAGE}. */
    MAIL_MESSAGE,
    /** {@link EntityType#SECURITY_GROUP}. */
    SECURITY_GROUP,
    /** {@link EntityType#REGISTRY_KEY}. */
    REGISTRY_KEY,
    /** {@link EntityType#REGISTRY}. */
    REGISTRY,
    /** {@link EntityType#COMMAND_LINE}. */
    COMMAND_LINE,
    /** {@link EntityType#CLOUD_APPLICATION}. */
    CLOUD_APPLICATION,
    /** {@link EntityType#OAUTH_APPLICATION}. */
    OAUTH_APPLICATION,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
