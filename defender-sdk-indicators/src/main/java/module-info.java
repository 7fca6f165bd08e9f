/**
 * Indicators of a Defender tenant: setting them, keeping them true, and knowing what they do; and
 * what is known of files, domains and addresses.
 */
module dev.defendersdk.indicators {
  requires transitive dev.defendersdk.core;
  requires com.fasterxml.jackson.annotation;
  requires static org.jspecify;

  exports dev.defendersdk.indicators;
  exports dev.defendersdk.indicators.csv;
  exports dev.defendersdk.indicators.match;
  exports dev.defendersdk.indicators.observables;
  exports dev.defendersdk.indicators.sync;
}
