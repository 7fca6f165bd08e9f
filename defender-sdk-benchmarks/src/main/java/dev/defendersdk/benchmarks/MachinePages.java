package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Machines: a value in every member, two network interfaces each. */
final class MachinePages extends Pages {

  private static final String[] SITES = {"ber", "lon", "nyc", "sin", "syd", "zrh"};
  private static final String[] TAGS = {
    "Finance", "Server-Tier-0", "Kiosk", "Zürich", "test tag 1", "VIP", "Patch-Ring-2"
  };
  private static final String[] PLATFORMS = {
    "Windows10", "Windows11", "WindowsServer2022", "Linux", "macOS"
  };
  private static final String[] HEALTH = {
    "Active", "Active", "Active", "Inactive", "ImpairedCommunication", "NoSensorData"
  };
  private static final String[] ONBOARDING = {"Onboarded", "Onboarded", "CanBeOnboarded"};
  private static final String[] RISKS = {"None", "Informational", "Low", "Medium", "High"};
  private static final String[] EXPOSURES = {"None", "Low", "Medium", "High"};
  private static final String[] VALUES = {"Normal", "Normal", "Low", "High"};
  private static final String[] MANAGERS = {
    "Intune", "MicrosoftDefenderForEndpoint", "SystemCenterConfigurationManager", "Unknown"
  };
  private static final String[] STATES = {"Success", "Success", "Unknown", "Error"};
  private static final String[] EXCLUSIONS = {"Other", "InactiveDevice", "DuplicateDevice"};
  private static final String[] INTERFACES = {"Ethernet", "IEEE80211", "Tunnel"};
  private static final String[] STATUSES = {"Up", "Up", "Down"};

  MachinePages() {
    super("https://api.security.microsoft.com/api/$metadata#Machines");
  }

  @Override
  void element(JsonGenerator out, Values values, int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", values.hex(40));
    out.writeStringField(
        "computerDnsName", "pc-%s-%05d.corp.contoso.com".formatted(values.one(SITES), number));
    out.writeStringField("firstSeen", values.time());
    out.writeStringField("lastSeen", values.time());
    out.writeStringField("osPlatform", values.one(PLATFORMS));
    out.writeStringField("version", "2" + values.between(1, 6) + "H2");
    out.writeStringField("osProcessor", "x64");
    out.writeStringField("lastIpAddress", values.address());
    out.writeStringField("lastExternalIpAddress", values.address());
    out.writeStringField("agentVersion", "10.8760.%d.0".formatted(values.between(10_000, 30_000)));
    out.writeNumberField("osBuild", values.between(10_000, 30_000));
    out.writeStringField("healthStatus", values.one(HEALTH));
    out.writeNumberField("rbacGroupId", values.below(1_000));
    out.writeStringField("rbacGroupName", "Group-" + values.below(1_000));
    out.writeStringField("riskScore", values.one(RISKS));
    out.writeStringField("exposureLevel", values.one(EXPOSURES));
    out.writeBooleanField("isAadJoined", values.truth());
    out.writeStringField("aadDeviceId", values.guid());
    out.writeArrayFieldStart("machineTags");
    for (int i = values.below(4); i > 0; i--) {
      out.writeString(values.one(TAGS));
    }
    out.writeEndArray();
    out.writeStringField("onboardingStatus", values.one(ONBOARDING));
    out.writeStringField("osArchitecture", "64-bit");
    out.writeStringField("managedBy", values.one(MANAGERS));
    out.writeStringField("managedByStatus", values.one(STATES));
    out.writeStringField("mergedIntoMachineId", values.hex(40));
    out.writeBooleanField("isPotentialDuplication", values.truth());
    out.writeBooleanField("isExcluded", values.truth());
    out.writeStringField("exclusionReason", values.one(EXCLUSIONS));
    out.writeStringField("deviceValue", values.one(VALUES));
    out.writeArrayFieldStart("ipAddresses");
    networkInterface(out, values, values.address());
    networkInterface(
        out, values, "fe80::%x:%x".formatted(values.below(65_536), values.below(65_536)));
    out.writeEndArray();
    virtualMachine(out, values);
    out.writeEndObject();
  }

  private static void networkInterface(JsonGenerator out, Values values, String address)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("ipAddress", address);
    out.writeStringField("macAddress", values.hex(12));
    out.writeStringField("type", values.one(INTERFACES));
    out.writeStringField("operationalStatus", values.one(STATUSES));
    out.writeEndObject();
  }

  private static void virtualMachine(JsonGenerator out, Values values) throws IOException {
    String subscription = values.guid();
    out.writeObjectFieldStart("vmMetadata");
    out.writeStringField("vmId", values.guid());
    out.writeStringField("cloudProvider", "Azure");
    out.writeStringField(
        "resourceId", "/subscriptions/" + subscription + "/resourceGroups/rg-" + values.one(SITES));
    out.writeStringField("subscriptionId", subscription);
    out.writeEndObject();
  }
}
