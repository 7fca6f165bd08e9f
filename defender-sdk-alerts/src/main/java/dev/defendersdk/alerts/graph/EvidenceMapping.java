package dev.defendersdk.alerts.graph;

import static dev.defendersdk.alerts.graph.MemberMapping.object;
import static dev.defendersdk.alerts.graph.MemberMapping.objects;

import dev.defendersdk.alerts.EntityType;
import dev.defendersdk.alerts.graph.evidence.EvidenceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of the two models of an alert: flat on Defender, with the machine and the user beside
 * it, and a type for each kind on Graph.
 */
final class EvidenceMapping {

  private static final String TYPE = "@odata.type";
  private static final String CREATED = "evidenceCreationTime";
  private static final String DEVICE_ID = "mdeDeviceId";
  // By samples; no page tells how the main device is known.
  private static final String MAIN_DEVICE = "Main device";

  private static final MemberMapping DEVICE =
      new MemberMapping()
          .renamed("machineId", DEVICE_ID)
          .renamed("computerDnsName", "deviceDnsName")
          .same("rbacGroupName", "loggedOnUsers");

  private static final MemberMapping RELATED_USER =
      new MemberMapping().renamed("userName", "accountName").same("domainName");

  private static final MemberMapping FILE =
      image(common(), "fileDetails")
          .changed(
              "detectionStatus",
              "detectionStatus",
              EvidenceMapping::small,
              EvidenceMapping::capital);

  private static final MemberMapping PROCESS =
      account(image(common(), "imageFile"))
          .changed(
              "detectionStatus",
              "detectionStatus",
              EvidenceMapping::small,
              EvidenceMapping::capital)
          .same("processId", "processCommandLine", "parentProcessId")
          .renamed("processCreationTime", "processCreationDateTime")
          .renamed("parentProcessCreationTime", "parentProcessCreationDateTime")
          .renamed("parentProcessFileName", "parentProcessImageFile/fileName")
          .renamed("parentProcessFilePath", "parentProcessImageFile/filePath");

  private static final MemberMapping USER = account(common());
  private static final MemberMapping IP = common().same("ipAddress");
  private static final MemberMapping URL = common().same("url");
  private static final MemberMapping KEY = common().same("registryHive", "registryKey");
  private static final MemberMapping VALUE =
      common()
          .same("registryHive", "registryKey")
          .same("registryValueType", "registryValue", "registryValueName");

  /** What a kind is called on both sides. */
  private record Kind(EntityType defender, EvidenceType graph, MemberMapping members) {

    /** Whether it is on a device, which Graph says with it. */
    boolean onDevice() {
      return members == FILE || members == PROCESS || members == VALUE;
    }
  }

  private static final Kind REGISTRY_KEY =
      new Kind(EntityType.REGISTRY, EvidenceType.REGISTRY_KEY, KEY);
  private static final Kind REGISTRY_VALUE =
      new Kind(EntityType.REGISTRY, EvidenceType.REGISTRY_VALUE, VALUE);

  private static final List<Kind> KINDS =
      List.of(
          new Kind(EntityType.FILE, EvidenceType.FILE, FILE),
          new Kind(EntityType.PROCESS, EvidenceType.PROCESS, PROCESS),
          new Kind(EntityType.USER, EvidenceType.USER, USER),
          new Kind(EntityType.IP, EvidenceType.IP, IP),
          new Kind(EntityType.URL, EvidenceType.URL, URL),
          REGISTRY_VALUE,
          REGISTRY_KEY);

  private EvidenceMapping() {}

  /** Graph's evidence for a whole alert of Defender: the main device, the user, and the rest. */
  static List<Map<String, Object>> toGraph(Map<String, Object> alert) {
    List<Map<String, Object>> evidence = new ArrayList<>();
    Map<String, Object> device = DEVICE.toGraph(alert);
    if (!device.isEmpty()) {
      device.put("detailedRoles", List.of(MAIN_DEVICE));
      evidence.add(typed(EvidenceType.DEVICE, device));
    }
    int behindDevice = evidence.size();
    for (Map<String, Object> flat : objects(alert.get("evidence"))) {
      Kind kind = kindOf(flat);
      if (kind != null) {
        Map<String, Object> one = kind.members().toGraph(flat);
        if (kind.onDevice() && alert.get("machineId") instanceof String machineId) {
          one.put(DEVICE_ID, machineId);
        }
        evidence.add(typed(kind.graph(), one));
      }
    }
    Map<String, Object> related = RELATED_USER.toGraph(object(alert.get("relatedUser")));
    if (!related.isEmpty() && !isFoundOnDevice(related, alert, evidence)) {
      evidence.add(behindDevice, takeUser(evidence, related));
    }
    return evidence;
  }

  // The main device says it already: without evidence of a user its first one counts.
  private static boolean isFoundOnDevice(
      Map<String, Object> related, Map<String, Object> alert, List<Map<String, Object>> evidence) {
    return evidence.stream().noneMatch(one -> isOf(one, EvidenceType.USER))
        && objects(alert.get("loggedOnUsers")).stream()
            .limit(1)
            .anyMatch(first -> isSameUser(first, related));
  }

  private static boolean isSameUser(Map<String, Object> one, Map<String, Object> other) {
    return Objects.equals(one.get("accountName"), other.get("accountName"))
        && Objects.equals(one.get("domainName"), other.get("domainName"));
  }

  /** Of a whole alert of Defender, what Graph has as evidence. */
  static Map<String, Object> toDefender(List<Map<String, Object>> evidence) {
    Map<String, Object> alert = new LinkedHashMap<>();
    mainDevice(evidence).ifPresent(device -> alert.putAll(DEVICE.toDefender(device)));
    List<Map<String, Object>> own = new ArrayList<>(evidence);
    firstUser(evidence).filter(EvidenceMapping::isNameAlone).ifPresent(own::remove);
    List<Map<String, Object>> flat = new ArrayList<>();
    for (Map<String, Object> one : own) {
      for (Kind kind : KINDS) {
        if (isOf(one, kind.graph())) {
          Map<String, Object> members = kind.members().toDefender(one);
          members.put("entityType", kind.defender().value());
          flat.add(members);
        }
      }
    }
    alert.put("evidence", flat);
    relatedUser(evidence, alert).ifPresent(user -> alert.put("relatedUser", user));
    return alert;
  }

  private static @Nullable Kind kindOf(Map<String, Object> flat) {
    if (!(flat.get("entityType") instanceof String text) || text.isBlank()) {
      return null;
    }
    EntityType type = EntityType.of(text);
    if (type.equals(EntityType.REGISTRY_KEY)) {
      return REGISTRY_KEY;
    }
    if (type.equals(EntityType.REGISTRY)) {
      boolean value = flat.keySet().stream().anyMatch(name -> name.startsWith("registryValue"));
      return value ? REGISTRY_VALUE : REGISTRY_KEY;
    }
    return KINDS.stream().filter(kind -> kind.defender().equals(type)).findFirst().orElse(null);
  }

  // The evidence of this user, out of the list, or new.
  private static Map<String, Object> takeUser(
      List<Map<String, Object>> evidence, Map<String, Object> account) {
    for (Map<String, Object> one : evidence) {
      if (isOf(one, EvidenceType.USER) && isSameUser(object(one.get("userAccount")), account)) {
        evidence.remove(one);
        return one;
      }
    }
    return typed(EvidenceType.USER, new LinkedHashMap<>(Map.of("userAccount", account)));
  }

  private static Optional<Map<String, Object>> mainDevice(List<Map<String, Object>> evidence) {
    List<Map<String, Object>> devices =
        evidence.stream().filter(one -> isOf(one, EvidenceType.DEVICE)).toList();
    return devices.stream()
        .filter(device -> hasRole(device, MAIN_DEVICE))
        .findFirst()
        .or(() -> devices.stream().findFirst());
  }

  private static boolean hasRole(Map<String, Object> device, String role) {
    return device.get("detailedRoles") instanceof List<?> roles
        && roles.stream().anyMatch(one -> role.equalsIgnoreCase(String.valueOf(one)));
  }

  private static Optional<Map<String, Object>> relatedUser(
      List<Map<String, Object>> evidence, Map<String, Object> alert) {
    return firstUser(evidence)
        .map(one -> object(one.get("userAccount")))
        .or(() -> objects(alert.get("loggedOnUsers")).stream().findFirst())
        .map(RELATED_USER::toDefender)
        .filter(user -> !user.isEmpty());
  }

  private static Optional<Map<String, Object>> firstUser(List<Map<String, Object>> evidence) {
    return evidence.stream().filter(one -> isOf(one, EvidenceType.USER)).findFirst();
  }

  // As a related user comes here who is no evidence on Defender. Graph's own has its time at least.
  private static boolean isNameAlone(Map<String, Object> user) {
    Set<String> names = new HashSet<>(namesOfValues(object(user.get("userAccount"))));
    Set<String> others = new HashSet<>(namesOfValues(user));
    others.removeAll(Set.of(TYPE, "userAccount"));
    return others.isEmpty()
        && !names.isEmpty()
        && Set.of("accountName", "domainName").containsAll(names);
  }

  private static List<String> namesOfValues(Map<String, Object> members) {
    return members.entrySet().stream()
        .filter(member -> member.getValue() != null && !List.of().equals(member.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOf(Map<String, Object> evidence, EvidenceType type) {
    return evidence.get(TYPE) instanceof String text
        && !text.isBlank()
        && EvidenceType.of(text).equals(type);
  }

  private static Map<String, Object> typed(EvidenceType type, Map<String, Object> members) {
    members.put(TYPE, type.value());
    return members;
  }

  private static MemberMapping common() {
    return new MemberMapping().renamed(CREATED, "createdDateTime");
  }

  private static MemberMapping image(MemberMapping members, String file) {
    for (String name : List.of("sha1", "sha256", "fileName", "filePath")) {
      members.renamed(name, file + "/" + name);
    }
    return members;
  }

  private static MemberMapping account(MemberMapping members) {
    for (String name : List.of("accountName", "domainName", "userSid", "userPrincipalName")) {
      members.renamed(name, "userAccount/" + name);
    }
    return members.renamed("aadUserId", "userAccount/azureAdUserId");
  }

  private static Object small(Object word) {
    return word instanceof String text ? ValueMapping.uncapitalised(text) : word;
  }

  private static Object capital(Object word) {
    if (!(word instanceof String text)) {
      return word;
    }
    return ValueMapping.isHidden(text) ? MemberMapping.NO_VALUE : ValueMapping.capitalised(text);
  }
}
