package dev.defendersdk.core.observe;

/**
 * A member of an answer whose value was of an unexpected kind. It was kept raw among the entity's
 * additional properties.
 *
 * @param operation the operation's id, or empty if the text was read outside a call
 * @param type the entity's simple name
 * @param member the member's name
 */
public record UnexpectedMemberEvent(String operation, String type, String member) {}
