module blackbox {
  requires dev.defendersdk.core;
  requires dev.defendersdk.machineactions;
  requires dev.defendersdk.testkit;
}
