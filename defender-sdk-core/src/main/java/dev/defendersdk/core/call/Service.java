package dev.defendersdk.core.call;

/** The two services that the SDK calls. Each has a host, and tokens of its own. */
public enum Service {
  /** The Defender for Endpoint API. */
  DEFENDER,
  /** Microsoft Graph, security part. */
  GRAPH
}
