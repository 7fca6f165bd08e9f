package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Pages of machines as the service sends them, generated from a seed: every member that the SDK
 * knows, with a value, in the order of the documented sample; two network interfaces each; times
 * with 0 to 7 digits of a second. The same seed and size give the same bytes.
 */
final class MachinePages {

  private static final Instant EPOCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

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

  private final Random random;
  private final JsonGenerator out;

  private MachinePages(long seed, JsonGenerator out) {
    this.random = new Random(seed);
    this.out = out;
  }

  /** The bytes of one page. */
  static byte[] page(long seed, int machines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, seed, machines, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bytes of one machine, as it comes alone. */
  static byte[] machine(long seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
      new MachinePages(seed, out).machine(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes one page, never holding it whole.
   *
   * @param nextLink of the page, or null for the last one
   */
  static void write(OutputStream to, long seed, int machines, @Nullable String nextLink)
      throws IOException {
    try (JsonGenerator out = new JsonFactory().createGenerator(to)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new MachinePages(seed, out).write(machines, nextLink);
    }
  }

  private void write(int machines, @Nullable String nextLink) throws IOException {
    out.writeStartObject();
    out.writeStringField(
        "@odata.context", "https://api.security.microsoft.com/api/$metadata#Machines");
    out.writeArrayFieldStart("value");
    for (int i = 0; i < machines; i++) {
      machine(i);
    }
    out.writeEndArray();
    if (nextLink != null) {
      out.writeStringField("@odata.nextLink", nextLink);
    }
    out.writeEndObject();
  }

  private void machine(int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", hex(40));
    out.writeStringField(
        "computerDnsName", "pc-%s-%05d.corp.contoso.com".formatted(one(SITES), number));
    out.writeStringField("firstSeen", time());
    out.writeStringField("lastSeen", time());
    out.writeStringField("osPlatform", one(PLATFORMS));
    out.writeStringField("version", "2" + random.nextInt(1, 6) + "H2");
    out.writeStringField("osProcessor", "x64");
    out.writeStringField("lastIpAddress", address());
    out.writeStringField("lastExternalIpAddress", address());
    out.writeStringField("agentVersion", "10.8760.%d.0".formatted(random.nextInt(10_000, 30_000)));
    out.writeNumberField("osBuild", random.nextInt(10_000, 30_000));
    out.writeStringField("healthStatus", one(HEALTH));
    out.writeNumberField("rbacGroupId", random.nextInt(1_000));
    out.writeStringField("rbacGroupName", "Group-" + random.nextInt(1_000));
    out.writeStringField("riskScore", one(RISKS));
    out.writeStringField("exposureLevel", one(EXPOSURES));
    out.writeBooleanField("isAadJoined", random.nextBoolean());
    out.writeStringField("aadDeviceId", guid());
    out.writeArrayFieldStart("machineTags");
    for (int i = random.nextInt(4); i > 0; i--) {
      out.writeString(one(TAGS));
    }
    out.writeEndArray();
    out.writeStringField("onboardingStatus", one(ONBOARDING));
    out.writeStringField("osArchitecture", "64-bit");
    out.writeStringField("managedBy", one(MANAGERS));
    out.writeStringField("managedByStatus", one(STATES));
    out.writeStringField("mergedIntoMachineId", hex(40));
    out.writeBooleanField("isPotentialDuplication", random.nextBoolean());
    out.writeBooleanField("isExcluded", random.nextBoolean());
    out.writeStringField("exclusionReason", one(EXCLUSIONS));
    out.writeStringField("deviceValue", one(VALUES));
    out.writeArrayFieldStart("ipAddresses");
    networkInterface(address());
    networkInterface("fe80::%x:%x".formatted(random.nextInt(65_536), random.nextInt(65_536)));
    out.writeEndArray();
    virtualMachine();
    out.writeEndObject();
  }

  private void networkInterface(String address) throws IOException {
    out.writeStartObject();
    out.writeStringField("ipAddress", address);
    out.writeStringField("macAddress", hex(12));
    out.writeStringField("type", one(INTERFACES));
    out.writeStringField("operationalStatus", one(STATUSES));
    out.writeEndObject();
  }

  private void virtualMachine() throws IOException {
    String subscription = guid();
    out.writeObjectFieldStart("vmMetadata");
    out.writeStringField("vmId", guid());
    out.writeStringField("cloudProvider", "Azure");
    out.writeStringField(
        "resourceId", "/subscriptions/" + subscription + "/resourceGroups/rg-" + one(SITES));
    out.writeStringField("subscriptionId", subscription);
    out.writeEndObject();
  }

  private String time() {
    LocalDateTime second =
        LocalDateTime.ofInstant(EPOCH.plusSeconds(random.nextInt(10_000_000)), ZoneOffset.UTC);
    int digits = random.nextInt(8);
    StringBuilder text = new StringBuilder(SECONDS.format(second));
    for (int i = 0; i < digits; i++) {
      text.append(i == 0 ? "." : "").append(random.nextInt(10));
    }
    return text.append('Z').toString();
  }

  private String address() {
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  private String guid() {
    return String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
  }

  private String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  private String one(String[] values) {
    return values[random.nextInt(values.length)];
  }
}
