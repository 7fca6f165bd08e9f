package dev.defendersdk.core.internal.quota;

/** Whose calls of which group are counted together. */
public record QuotaKey(String tenantId, String clientId, String group) {}
