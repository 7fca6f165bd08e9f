package dev.defendersdk.alerts.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertComment;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.AlertStatus;
import dev.defendersdk.alerts.DetectionSource;
import dev.defendersdk.alerts.graph.evidence.DetectionStatus;
import dev.defendersdk.alerts.graph.evidence.DeviceEvidence;
import dev.defendersdk.alerts.graph.evidence.FileEvidence;
import dev.defendersdk.alerts.graph.evidence.IpEvidence;
import dev.defendersdk.alerts.graph.evidence.ProcessEvidence;
import dev.defendersdk.alerts.graph.evidence.RegistryKeyEvidence;
import dev.defendersdk.alerts.graph.evidence.RegistryValueEvidence;
import dev.defendersdk.alerts.graph.evidence.UrlEvidence;
import dev.defendersdk.alerts.graph.evidence.UserEvidence;
import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.testsupport.facts.RandomEntity;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defender's alerts as those of Microsoft Graph, and back. */
class AlertMappingTest {

  private static final String DEFENDER =
      """
      {"id":"da1_2","incidentId":9007199254740993,"investigationId":7,"assignedTo":"ada@contoso.example",
       "severity":"UnSpecified","status":"InProgress","classification":"TruePositive",
       "determination":"NoEnoughDataToValidate","investigationState":"PendingApproval",
       "detectionSource":"WindowsDefenderAv","detectorId":"d1","category":"DefenseEvasion",
       "threatFamilyName":"Emotet","title":"Beacon","description":"a\\nb",
       "alertCreationTime":"2026-11-24T08:00:00.1234567Z","firstEventTime":"2026-11-24T07:00:00Z",
       "lastEventTime":"2026-11-24T07:30:00Z","lastUpdateTime":"2026-11-24T09:00:00Z",
       "resolvedTime":null,"machineId":"0f0f","computerDnsName":"pc1.contoso.example",
       "rbacGroupName":"A","aadTenantId":"t1","threatName":"Emotet.A","mitreTechniques":["T1064"],
       "relatedUser":{"userName":"ben","domainName":"contoso"},
       "loggedOnUsers":[{"accountName":"ben","domainName":"contoso"}],
       "comments":[{"comment":"seen","createdBy":"ada","createdTime":"2026-11-24T08:30:00Z"}],
       "evidence":[
        {"entityType":"File","evidenceCreationTime":"2026-11-24T08:00:01Z","sha1":"aa","sha256":"bb",
         "fileName":"a.exe","filePath":"C:\\\\Temp","detectionStatus":"Detected"},
        {"entityType":"Process","sha1":"cc","fileName":"p.exe","processId":4294967296,
         "processCommandLine":"p.exe /x","processCreationTime":"2026-11-24T07:59:00Z",
         "parentProcessId":4,"parentProcessCreationTime":"2026-11-24T07:58:00Z",
         "parentProcessFileName":"q.exe","parentProcessFilePath":"C:\\\\","accountName":"ben",
         "domainName":"contoso","userSid":"S-1","aadUserId":"u1","userPrincipalName":"ben@contoso.example",
         "detectionStatus":"Prevented"},
        {"entityType":"User","accountName":"ben","domainName":"contoso","userSid":"S-1"},
        {"entityType":"Ip","ipAddress":"10.0.0.7"},
        {"entityType":"Url","url":"https://x.example/"},
        {"entityType":"Registry","registryHive":"HKEY_LOCAL_MACHINE","registryKey":"SOFTWARE\\\\X"},
        {"entityType":"Registry","registryHive":"HKEY_LOCAL_MACHINE","registryKey":"SOFTWARE\\\\X",
         "registryValueType":"REG_SZ","registryValueName":"run","registryValue":"a.exe"}]}""";

  private final Alert alert = Json.read(Alert.class, DEFENDER);

  private static SecurityAlert graph(String text) {
    return Json.read(SecurityAlert.class, text);
  }

  @Test
  void anAlertOfDefenderBecomesOneOfGraph() {
    SecurityAlert graph = AlertMapping.toGraph(alert);
    assertThat(graph.id()).isEqualTo("da1_2");
    assertThat(graph.incidentId()).isEqualTo("9007199254740993");
    assertThat(graph.serviceSource()).isEqualTo(ServiceSource.MICROSOFT_DEFENDER_FOR_ENDPOINT);
    assertThat(graph.severity()).isEqualTo(SecurityAlertSeverity.UNKNOWN);
    assertThat(graph.status().value()).isEqualTo("inProgress");
    assertThat(graph.classification()).isEqualTo(SecurityAlertClassification.TRUE_POSITIVE);
    assertThat(graph.determination())
        .isEqualTo(SecurityAlertDetermination.NOT_ENOUGH_DATA_TO_VALIDATE);
    assertThat(graph.investigationState())
        .isEqualTo(SecurityAlertInvestigationState.PENDING_APPROVAL);
    assertThat(graph.detectionSource()).isEqualTo(SecurityAlertDetectionSource.ANTIVIRUS);
    assertThat(graph.categories()).containsExactly("DefenseEvasion");
    assertThat(graph.category()).isEqualTo("DefenseEvasion");
    assertThat(graph.createdDateTime()).isEqualTo("2026-11-24T08:00:00.1234567Z");
    assertThat(graph.lastUpdateDateTime()).isEqualTo(alert.lastUpdateTime());
    assertThat(graph.resolvedDateTime()).isNull();
    assertThat(graph.firstActivityDateTime()).isEqualTo(alert.firstEventTime());
    assertThat(graph.lastActivityDateTime()).isEqualTo(alert.lastEventTime());
    assertThat(graph.tenantId()).isEqualTo("t1");
    assertThat(graph.threatDisplayName()).isEqualTo("Emotet.A");
    assertThat(graph.mitreTechniques()).containsExactly("T1064");
    assertThat(graph.comments().get(0).author()).isEqualTo("ada");
    assertThat(graph.comments().get(0).time()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(graph.additionalProperties()).isEmpty();
  }

  @Test
  void evidenceBecomesThatOfItsKind() {
    SecurityAlert graph = AlertMapping.toGraph(alert);
    assertThat(graph.evidence())
        .extracting(Object::getClass)
        .containsExactly(
            DeviceEvidence.class,
            UserEvidence.class,
            FileEvidence.class,
            ProcessEvidence.class,
            IpEvidence.class,
            UrlEvidence.class,
            RegistryKeyEvidence.class,
            RegistryValueEvidence.class);
    assertThat(graph.evidence()).allMatch(one -> one.additionalProperties().isEmpty());
    DeviceEvidence device = graph.evidenceOf(DeviceEvidence.class).get(0);
    assertThat(device.mdeDeviceId()).isEqualTo("0f0f");
    assertThat(device.deviceDnsName()).isEqualTo("pc1.contoso.example");
    assertThat(device.rbacGroupName()).isEqualTo("A");
    assertThat(device.loggedOnUsers().get(0).accountName()).isEqualTo("ben");
    assertThat(device.detailedRoles()).containsExactly("Main device");
    FileEvidence file = graph.evidenceOf(FileEvidence.class).get(0);
    assertThat(file.fileDetails().sha256()).isEqualTo("bb");
    assertThat(file.fileDetails().filePath()).isEqualTo("C:\\Temp");
    assertThat(file.detectionStatus()).isEqualTo(DetectionStatus.DETECTED);
    assertThat(file.mdeDeviceId()).isEqualTo("0f0f");
    assertThat(file.createdDateTime()).isEqualTo("2026-11-24T08:00:01Z");
    ProcessEvidence process = graph.evidenceOf(ProcessEvidence.class).get(0);
    assertThat(process.processId()).isEqualTo(4_294_967_296L);
    assertThat(process.imageFile().sha1()).isEqualTo("cc");
    assertThat(process.parentProcessImageFile().fileName()).isEqualTo("q.exe");
    assertThat(process.userAccount().azureAdUserId()).isEqualTo("u1");
    UserEvidence user = graph.evidenceOf(UserEvidence.class).get(0);
    assertThat(user.userAccount().userSid()).as("the one that was there").isEqualTo("S-1");
    assertThat(graph.evidenceOf(RegistryValueEvidence.class).get(0).registryValue())
        .isEqualTo("a.exe");
  }

  @Test
  void andBackItIsTheSameButForWhatGraphDoesNotHave() {
    Alert back = AlertMapping.toDefender(AlertMapping.toGraph(alert));
    assertThat(back)
        .usingRecursiveComparison()
        .ignoringFields("investigationId", "evidence")
        .isEqualTo(alert);
    assertThat(back.investigationId()).isNull();
    assertThat(back.evidence()).containsExactlyInAnyOrderElementsOf(alert.evidence());
  }

  @Test
  void whatIsNotClassifiedIsUnknownOnGraphAndAbsentOnDefender() {
    SecurityAlert graph = AlertMapping.toGraph(Json.read(Alert.class, "{\"id\":\"da1\"}"));
    assertThat(graph.classification()).isEqualTo(SecurityAlertClassification.UNKNOWN);
    assertThat(graph.determination()).isEqualTo(SecurityAlertDetermination.UNKNOWN);
    assertThat(graph.severity()).isNull();
    assertThat(graph.evidence()).isEmpty();
    Alert back = AlertMapping.toDefender(graph);
    assertThat(back.classification()).isNull();
    assertThat(back.determination()).isNull();
    assertThat(back.machineId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "WindowsDefenderAtp, microsoftDefenderForEndpoint",
    "WindowsDefenderAv, antivirus",
    "WindowsDefenderSmartScreen, smartScreen",
    "CustomerTI, customTi",
    "CustomDetection, customDetection",
    "AutomatedInvestigation, automatedInvestigation",
    "OfficeATP, microsoftDefenderForOffice365",
    "MTP, microsoft365Defender",
    "NRTAlerts, nrtAlerts",
    "FromTheFuture, fromTheFuture"
  })
  void sourcesHaveOtherNames(String defender, String graph) {
    SecurityAlert there =
        AlertMapping.toGraph(Json.read(Alert.class, "{\"detectionSource\":\"" + defender + "\"}"));
    assertThat(there.detectionSource().value()).isEqualTo(graph);
    assertThat(AlertMapping.toDefender(there).detectionSource().value()).isEqualTo(defender);
  }

  /** Every value of one side is one of the other: known there, or unknown. */
  @Test
  void everyKnownValueHasACounterpart() throws Exception {
    for (Field mapping : mappings()) {
      ValueMapping.TwoWays<?, ?> values = (ValueMapping.TwoWays<?, ?>) mapping.get(null);
      for (OpenEnum<?> value : constants(defenderOf(mapping))) {
        assertThat(knownOn(graphOf(mapping), values.toGraph(value.value())))
            .as(mapping.getName() + " " + value)
            .isTrue();
      }
    }
    // The other way too, but for products whose alerts Defender's list does not hold.
    List<String> without = new ArrayList<>();
    for (Field mapping : mappings()) {
      ValueMapping.TwoWays<?, ?> values = (ValueMapping.TwoWays<?, ?>) mapping.get(null);
      for (OpenEnum<?> value : constants(graphOf(mapping))) {
        if (!knownOn(defenderOf(mapping), values.toDefender(value.value()))) {
          without.add(value.value());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  private static List<Field> mappings() {
    List<Field> mappings =
        Stream.of(ValueMapping.class.getDeclaredFields())
            .filter(field -> field.getType() == ValueMapping.TwoWays.class)
            .toList();
    assertThat(mappings).hasSize(6);
    return mappings;
  }

  private static Class<?> defenderOf(Field mapping) {
    return argument(mapping, 0);
  }

  private static Class<?> graphOf(Field mapping) {
    return argument(mapping, 1);
  }

  private static Class<?> argument(Field mapping, int index) {
    return (Class<?>)
        ((ParameterizedType) mapping.getGenericType()).getActualTypeArguments()[index];
  }

  private static List<OpenEnum<?>> constants(Class<?> type) throws IllegalAccessException {
    List<OpenEnum<?>> constants = new ArrayList<>();
    for (Field field : type.getFields()) {
      constants.add((OpenEnum<?>) field.get(null));
    }
    return constants;
  }

  private static boolean knownOn(Class<?> type, Object text) throws ReflectiveOperationException {
    Method of = type.getMethod("of", String.class);
    return !((OpenEnum<?>) of.invoke(null, text)).known().name().equals("UNRECOGNIZED");
  }

  @Test
  void theMainDeviceIsTheMachineAndTheFirstUserTheRelatedOne() {
    SecurityAlert graph =
        graph(
            """
            {"id":"da1","categories":["Malware","Execution"],"category":"Old","incidentId":"x7",
             "comments":[{"comment":"a","createdBy":"bob","createdTime":"2026-11-24T08:00:00Z"}],
             "evidence":[
              {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"0a"},
              {"@odata.type":"microsoft.graph.security.deviceEvidence","mdeDeviceId":"0b",
               "detailedRoles":["main device"],"loggedOnUsers":[{"accountName":"eve"}]},
              {"@odata.type":"#microsoft.graph.security.nicEvidence","macAddress":"m"}]}""");
    Alert alert = AlertMapping.toDefender(graph);
    assertThat(alert.machineId()).isEqualTo("0b");
    assertThat(alert.relatedUser().userName()).isEqualTo("eve");
    assertThat(alert.category().value()).isEqualTo("Malware");
    assertThat(alert.incidentId()).as("no number").isNull();
    assertThat(alert.evidence()).isEmpty();
    assertThat(alert.comments())
        .extracting(AlertComment::createdBy, AlertComment::created)
        .containsExactly(tuple("bob", Instant.parse("2026-11-24T08:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mailbox", "CommandLine", "Machine", "FromTheFuture"})
  void evidenceThatNamesNothingIsLeftOut(String kind) {
    Alert odd = Json.read(Alert.class, "{\"evidence\":[{\"entityType\":\"" + kind + "\"},{}]}");
    assertThat(AlertMapping.toGraph(odd).evidence()).isEmpty();
  }

  /** A display name that Defender's pages print, and names of theirs for other values. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classification | Informational, expected activity | informationalExpectedActivity",
        "classification | TRUEPOSITIVE | truePositive",
        "determination | CompromisedUser | compromisedAccount",
        "determination | ConfirmedUserActivity | confirmedActivity",
        "determination | Clean | notMalicious",
        "determination | InsufficientData | notEnoughDataToValidate"
      })
  void otherSpellingsOfAValueAreThatValue(String member, String defender, String graph) {
    SecurityAlert there =
        AlertMapping.toGraph(Json.read(Alert.class, "{\"" + member + "\":\"" + defender + "\"}"));
    SecurityAlert same = graph("{\"" + member + "\":\"" + graph + "\"}");
    if (member.equals("classification")) {
      assertThat(there.classification()).isEqualTo(same.classification());
    } else {
      assertThat(there.determination()).isEqualTo(same.determination());
    }
  }

  @Test
  void whatGraphHidesIsUnknown() {
    Alert back =
        AlertMapping.toDefender(
            graph(
                """
                {"severity":"unknownFutureValue","status":"unknownFutureValue",
                 "classification":"unknownFutureValue","determination":"unknownFutureValue",
                 "investigationState":"UnknownFutureValue","detectionSource":"unknownFutureValue",
                 "evidence":[{"@odata.type":"#microsoft.graph.security.fileEvidence",
                   "detectionStatus":"unknownFutureValue"}]}"""));
    assertThat(back.severity()).isEqualTo(AlertSeverity.UNSPECIFIED);
    assertThat(back.status()).isEqualTo(AlertStatus.UNKNOWN);
    assertThat(back.classification()).isNull();
    assertThat(back.determination()).isNull();
    assertThat(back.investigationState()).isEqualTo(InvestigationState.UNKNOWN);
    assertThat(back.detectionSource()).isEqualTo(DetectionSource.UNKNOWN);
    assertThat(Json.write(back)).doesNotContainIgnoringCase("futureValue");
  }

  @Test
  void anAlertOfAnotherProductIsRefused() {
    SecurityAlert foreign = graph("{\"id\":\"da1\",\"serviceSource\":\"microsoftSentinel\"}");
    assertThatThrownBy(() -> AlertMapping.toDefender(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("microsoftSentinel")
        .hasMessageContaining("Leave out those");
    assertThat(
            AlertMapping.toDefender(graph("{\"id\":\"da1\",\"serviceSource\":\"unknown\"}")).id())
        .isEqualTo("da1");
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, true", "9223372036854775808, false", "-7, false"})
  void anIncidentIdIsKeptIfDefenderCanHaveIt(String incidentId, boolean kept) {
    Alert back = AlertMapping.toDefender(graph("{\"incidentId\":\"" + incidentId + "\"}"));
    assertThat(back.incidentId()).isEqualTo(kept ? Long.valueOf(incidentId) : null);
  }

  /** As where the evidence was not asked for: on Graph the user can only be evidence. */
  @Test
  void aRelatedUserWhoIsNoEvidenceIsNoneOnTheWayBack() {
    Alert unexpanded =
        Json.read(
            Alert.class,
            """
            {"id":"da1","machineId":"0f0f","relatedUser":{"userName":"eve","domainName":"contoso"},
             "loggedOnUsers":[{"accountName":"ben","domainName":"contoso"}]}""");
    SecurityAlert graph = AlertMapping.toGraph(unexpanded);
    assertThat(graph.evidence())
        .extracting(Object::getClass)
        .containsExactly(DeviceEvidence.class, UserEvidence.class);
    Alert back = AlertMapping.toDefender(graph);
    assertThat(back.evidence()).isEmpty();
    assertThat(back.relatedUser()).isEqualTo(unexpanded.relatedUser());

    Alert other =
        Json.read(
            Alert.class,
            """
            {"id":"da1","relatedUser":{"userName":"eve","domainName":"contoso"},"evidence":[
              {"entityType":"User","accountName":"ben","domainName":"contoso"}]}""");
    assertThat(AlertMapping.toDefender(AlertMapping.toGraph(other)).evidence())
        .isEqualTo(other.evidence());
  }

  /** What went there and back once does not change again, and what both have is as before. */
  @Test
  void onceThereAndBackIsForGood() {
    long begin = Long.getLong("seed", 20_261_124L);
    for (long seed = begin; seed < begin + 500; seed++) {
      RandomEntity random = new RandomEntity(new SplittableRandom(seed));
      Alert first = Json.read(Alert.class, random.of(Alert.class));
      Alert once = AlertMapping.toDefender(AlertMapping.toGraph(first));
      assertThat(once)
          .as("-Dseed=%d", seed)
          .usingRecursiveComparison()
          .comparingOnlyFields(
              "id",
              "title",
              "description",
              "detectorId",
              "threatFamilyName",
              "threatName",
              "assignedTo",
              "aadTenantId",
              "machineId",
              "computerDnsName",
              "rbacGroupName",
              "mitreTechniques",
              "alertCreationTime",
              "firstEventTime",
              "lastEventTime",
              "lastUpdateTime",
              "resolvedTime")
          .isEqualTo(first);
      Alert twice = AlertMapping.toDefender(AlertMapping.toGraph(once));
      assertThat(Json.write(twice)).as("-Dseed=%d", seed).isEqualTo(Json.write(once));
      SecurityAlert other =
          ofDefender(Json.read(SecurityAlert.class, random.of(SecurityAlert.class)));
      SecurityAlert graph = AlertMapping.toGraph(AlertMapping.toDefender(other));
      assertThat(graph)
          .as("-Dseed=%d", seed)
          .usingRecursiveComparison()
          .comparingOnlyFields(
              "id",
              "title",
              "description",
              "detectorId",
              "threatFamilyName",
              "threatDisplayName",
              "assignedTo",
              "tenantId",
              "mitreTechniques",
              "createdDateTime",
              "firstActivityDateTime",
              "lastActivityDateTime",
              "lastUpdateDateTime",
              "resolvedDateTime")
          .isEqualTo(other);
      SecurityAlert again = AlertMapping.toGraph(AlertMapping.toDefender(graph));
      assertThat(Json.write(again)).as("-Dseed=%d", seed).isEqualTo(Json.write(graph));
    }
  }

  // Of another product it would be refused.
  private static SecurityAlert ofDefender(SecurityAlert alert) {
    Map<Object, Object> members =
        new LinkedHashMap<>((Map<?, ?>) Json.readPlain(Json.write(alert)));
    members.put("serviceSource", "microsoftDefenderForEndpoint");
    return Json.read(SecurityAlert.class, Json.write(members));
  }
}
