package dev.defendersdk.machineactions.facts;

import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.health.DeviceHealthOperations;
import dev.defendersdk.machineactions.investigations.InvestigationOperations;
import dev.defendersdk.machineactions.liveresponse.LibraryFileOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.scans.ScanOperations;
import dev.defendersdk.machineactions.users.UserOperations;
import dev.defendersdk.testsupport.facts.RoundTripChecks;

/** Whatever comes as an entity of this module is kept. */
class RoundTripPropertyTest extends RoundTripChecks {

  RoundTripPropertyTest() {
    super(
        MachineOperations.class,
        MachineActionOperations.class,
        LiveResponseOperations.class,
        LibraryFileOperations.class,
        UserOperations.class,
        InvestigationOperations.class,
        ScanOperations.class,
        DeviceHealthOperations.class);
  }
}
