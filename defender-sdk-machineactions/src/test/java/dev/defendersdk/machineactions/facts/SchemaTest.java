package dev.defendersdk.machineactions.facts;

import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.RequestSource;
import dev.defendersdk.machineactions.actions.ActionFields;
import dev.defendersdk.machineactions.actions.ActionQuery;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.health.DeviceAvInfo;
import dev.defendersdk.machineactions.health.DeviceHealthFields;
import dev.defendersdk.machineactions.health.DeviceHealthQuery;
import dev.defendersdk.machineactions.investigations.Investigation;
import dev.defendersdk.machineactions.investigations.InvestigationFields;
import dev.defendersdk.machineactions.investigations.InvestigationQuery;
import dev.defendersdk.machineactions.liveresponse.LibraryFile;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineFields;
import dev.defendersdk.machineactions.machines.MachineQuery;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.users.User;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SchemaChecks;
import dev.defendersdk.testsupport.facts.SchemaFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The entities of this module, their enums, and the filters of their lists. */
class SchemaTest extends SchemaChecks {

  SchemaTest() {
    super(
        SchemaFacts.of(
            Facts.beside(SchemaTest.class),
            Machine.class,
            MachineAction.class,
            LibraryFile.class,
            User.class,
            Investigation.class,
            ScanDefinition.class,
            DeviceAvInfo.class,
            InvestigationState.class,
            RequestSource.class),
        Set.of(
            "Machine",
            "MachineAction",
            "LibraryFile",
            "User",
            "Investigation",
            "ScanDefinition",
            "ScanAgent",
            "ScanHistory",
            "DeviceAvInfo",
            "ExportFiles",
            // Of requests.
            "IsolationType",
            "ScanType",
            "WindowsAuthType",
            "SnmpAuthType"));
  }

  @Test
  void machinesAreFilteredByWhatThePageNames() {
    filtersAre("Machine", MachineFields.class, where -> MachineQuery.all().where(where));
  }

  @Test
  void actionsAreFilteredByWhatThePageNames() {
    filtersAre("MachineAction", ActionFields.class, where -> ActionQuery.all().where(where));
  }

  @Test
  void investigationsAreFilteredByWhatThePageNames() {
    filtersAre(
        "Investigation", InvestigationFields.class, where -> InvestigationQuery.all().where(where));
  }

  @Test
  void theHealthOfMachinesIsFilteredByWhatThePageNames() {
    filtersAre(
        "DeviceAvInfo", DeviceHealthFields.class, where -> DeviceHealthQuery.all().where(where));
  }
}
