/** Machines of a Defender for Endpoint tenant and the response actions on them. */
module dev.defendersdk.machineactions {
  requires transitive dev.defendersdk.core;
  requires com.fasterxml.jackson.annotation;
  requires static org.jspecify;

  exports dev.defendersdk.machineactions.actions;
  exports dev.defendersdk.machineactions.health;
  exports dev.defendersdk.machineactions.investigations;
  exports dev.defendersdk.machineactions.liveresponse;
  exports dev.defendersdk.machineactions.machines;
  exports dev.defendersdk.machineactions.response;
  exports dev.defendersdk.machineactions.scans;
  exports dev.defendersdk.machineactions.users;
  exports dev.defendersdk.machineactions.watch;
}
