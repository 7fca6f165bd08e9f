package dev.defendersdk.machineactions.facts;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SampleChecks;
import dev.defendersdk.testsupport.facts.SharedApi;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The service's samples by what {@link SampleCalls} says of each, and fixtures of our own. */
class SamplesTest extends SampleChecks {

  private static final Facts FACTS = Facts.beside(SamplesTest.class);

  SamplesTest() {
    super(SampleCalls.AREAS, defender -> new MachinesClient(defender).get("0f"));
  }

  /** Its folder has no index. */
  @TestFactory
  Stream<DynamicTest> theReferencesSampleOfHealth() {
    return SharedApi.find().stream()
        .map(
            api ->
                dynamicTest(
                    "device-health",
                    () ->
                        answerIsReadWithNothingLost(
                            SampleCalls.health(),
                            api.text("samples/device-health/list-device-av-info.response.json"),
                            URI.create(""))));
  }

  /** The other samples of alerts are of their own module. */
  @TestFactory
  Stream<DynamicTest> theReferencesSamplesOfWhatAnAlertIsOn() {
    return SharedApi.find().stream()
        .flatMap(
            api ->
                Map.of("machine", SampleCalls.machineOfAlert(), "user", SampleCalls.userOfAlert())
                    .entrySet()
                    .stream()
                    .map(
                        one ->
                            dynamicTest(
                                one.getKey(),
                                () ->
                                    answerIsReadWithNothingLost(
                                        one.getValue(),
                                        api.text(
                                            "samples/alerts/get-alert-"
                                                + one.getKey()
                                                + ".response.json"),
                                        URI.create(
                                            "https://api.securitycenter.microsoft.com/api/alerts/"
                                                + "636688558380765161_2136280442/"
                                                + one.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> fixturesOfOurOwnAreReadWithNothingLost() {
    return answers(
        FACTS,
        Map.of(
            "machine.json", SampleCalls.machine(),
            "machine-sparse.json", SampleCalls.machine(),
            "machines.json", SampleCalls.machines(),
            "action.json", SampleCalls.action(),
            "action-live-response.json", SampleCalls.action(),
            "actions.json", SampleCalls.actions(),
            "users.json", SampleCalls.users(),
            "scan-history.json", ScanSamples.history(null),
            "device-av-info.json", SampleCalls.health()));
  }

  @TestFactory
  Stream<DynamicTest> requestsOfOurOwnAreSentAlike() {
    return requests(FACTS, SampleRequests.BY_NAME);
  }

  @Test
  void errorsOfOurOwnAreReadWithNothingLost() {
    errorIsReadWithNothingLost(
        ErrorKind.NOT_FOUND,
        "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"No such machine: 0f\","
            + "\"target\":\"0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e\"}}",
        404);
  }

  @Test
  void tokensOfOurOwnAreReadAndSent() {
    SampleCalls.tokenIsReadAndSent(
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"eyJhbGciOi.opaque.x\"}");
  }
}
