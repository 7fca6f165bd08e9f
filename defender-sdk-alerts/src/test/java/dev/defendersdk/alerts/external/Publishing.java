package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.finding;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner who publishes findings in a tenant of four machines. */
abstract class Publishing {

  static final Duration LONG = Duration.ofHours(5);

  final VirtualTime time = VirtualTime.startingAt(Scene.START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);
  final SimulatedTenant tenant = Scene.tenant(time, 4).build();
  final DefenderClient defender = Scene.client(tenant).build();
  final FindingStore store = FindingStore.memory();
  final ExternalAlerts external = new ExternalAlerts(defender, store);

  @AfterEach
  void close() {
    defender.close();
  }

  FindingRecord.Stage stage(String key) {
    return store.find(defender.tenantId(), key).orElseThrow().stage();
  }

  List<Finding> many(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(finding("f" + i).event(Scene.event(tenant, i % 4, i)).build());
    }
    return findings;
  }

  FindingResult publish(Finding.Builder finding) {
    return publish(finding, PublishOptions.defaults());
  }

  FindingResult publish(Finding.Builder finding, PublishOptions options) {
    return external.publish(List.of(finding.build()), options).await(LONG).results().get(0);
  }

  List<FindingResult> publishAll(Finding.Builder... findings) {
    return external
        .publish(Arrays.stream(findings).map(Finding.Builder::build).toList())
        .await(LONG)
        .results();
  }

  void pass(Duration duration) {
    try {
      time.newSignal().await(time.nanos() + duration.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
