/** Advanced hunting in a Defender tenant, through Microsoft Graph. */
module dev.defendersdk.hunting {
  requires transitive dev.defendersdk.core;
  requires com.fasterxml.jackson.annotation;
  requires static org.jspecify;

  exports dev.defendersdk.hunting;
}
