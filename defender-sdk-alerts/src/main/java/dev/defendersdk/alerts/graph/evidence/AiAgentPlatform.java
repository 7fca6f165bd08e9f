package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What an AI agent runs on. Source: schema. */
public final class AiAgentPlatform extends OpenEnum<AiAgentPlatform.Known> {

  private static final Values<Known, AiAgentPlatform> VALUES =
      new Values<>(AiAgentPlatform::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final AiAgentPlatform UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code azureAIFoundry}. */
  public static final AiAgentPlatform AZURE_AI_FOUNDRY =
      VALUES.known("azureAIFoundry", Known.AZURE_AI_FOUNDRY);

  /** The value {@code copilotStudio}. */
  public static final AiAgentPlatform COPILOT_STUDIO =
      VALUES.known("copilotStudio", Known.COPILOT_STUDIO);

  /** The value {@code copilot}. */
  public static final AiAgentPlatform COPILOT = VALUES.known("copilot", Known.COPILOT);

  private AiAgentPlatform(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AiAgentPlatform of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AiAgentPlatform#UNKNOWN}. */
    UNKNOWN,
    /** {@link AiAgentPlatform#AZURE_AI_FOUNDRY}. */
    AZURE_AI_FOUNDRY,
    /** {@link AiAgentPlatform#COPILOT_STUDIO}. */
    COPILOT_STUDIO,
    /** {@link AiAgentPlatform#COPILOT}. */
    COPILOT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
