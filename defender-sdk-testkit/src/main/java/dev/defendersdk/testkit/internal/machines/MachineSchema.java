package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.internal.odata.Schema;
import java.util.List;

/**
 * The properties of a machine. Pages: machine.md, and get-machines.md for what can be filtered by;
 * the undocumented ones are in the service's metadata or in captures.
 */
public final class MachineSchema {

  static final List<String> UNDOCUMENTED =
      List.of(
          "mergedIntoMachineId",
          "isPotentialDuplication",
          "isExcluded",
          "exclusionReason",
          "osVersion",
          "agentVersion",
          "defenderAvStatus",
          "managedBy",
          "managedByStatus",
          "vmMetadata",
          "assetContext");

  /** In the order in which the service writes them. */
  public static final Schema SCHEMA =
      Schema.of(
          """
          id text filter
          mergedIntoMachineId text
          isPotentialDuplication truth
          isExcluded truth
          exclusionReason text
          computerDnsName text filter
          firstSeen time
          lastSeen time filter
          osPlatform text filter
          osVersion text
          osProcessor text
          version text filter
          lastIpAddress text filter
          lastExternalIpAddress text
          agentVersion text
          osBuild number
          healthStatus text filter
          deviceValue text filter
          rbacGroupId number filter
          rbacGroupName text
          riskScore text filter
          exposureLevel text filter
          isAadJoined truth
          aadDeviceId text filter
          machineTags texts filter
          defenderAvStatus text
          onboardingStatus text filter
          osArchitecture text
          managedBy text
          managedByStatus text
          ipAddresses other
          vmMetadata other
          assetContext other
          """);

  private MachineSchema() {}
}
