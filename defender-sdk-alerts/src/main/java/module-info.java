/** Alerts and incidents of a Defender tenant: reading, changing, publishing and following them. */
module dev.defendersdk.alerts {
  requires transitive dev.defendersdk.core;
  requires com.fasterxml.jackson.annotation;
  requires static org.jspecify;

  exports dev.defendersdk.alerts;
  exports dev.defendersdk.alerts.external;
  exports dev.defendersdk.alerts.feed;
  exports dev.defendersdk.alerts.graph;
  exports dev.defendersdk.alerts.graph.evidence;
}
