package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantBuilder;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A tenant, a client of it, and a sync with the mark {@code netshield}. */
final class Scene implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final OwnerMark MARK = OwnerMark.inApplication("netshield");

  final SimulatedTenant tenant;
  final DefenderClient defender;
  final IndicatorSync sync;

  Scene(
      VirtualTime time,
      UnaryOperator<TenantBuilder> asOne,
      UnaryOperator<IndicatorSync.Builder> as) {
    tenant = asOne.apply(SimulatedTenant.builder().time(time).machines(1)).build();
    defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
    sync = sync(as);
  }

  IndicatorSync sync(UnaryOperator<IndicatorSync.Builder> as) {
    return as.apply(IndicatorSync.builder(defender).mark(MARK)).build();
  }

  static NewIndicator address(int i) {
    return NewIndicator.ipAddress("203.0." + (i >> 8) + "." + (i & 255)).block("Beacon", "Case 1.");
  }

  static List<NewIndicator> addresses(int from, int to) {
    return IntStream.range(from, to).mapToObj(Scene::address).toList();
  }

  /** Of a person: the same value as {@link #address}. */
  IndicatorView byPerson(int i) {
    return tenant.indicators().put(NewTenantIndicator.of("IpAddress", value(i), "Allowed"));
  }

  /** Of this application, with the mark or another tag. */
  NewTenantIndicator byApplication(int i, String application) {
    return NewTenantIndicator.of("IpAddress", value(i), "Block")
        .byApplication(tenant.clientId(), "NetShield")
        .title("Beacon")
        .description("Case 1.")
        .application(application);
  }

  static String value(int i) {
    return address(i).indicatorValue();
  }

  List<IndicatorView> held() {
    return tenant.indicators().all();
  }

  int calls(String operation) {
    return tenant.journal().of("indicators." + operation).size();
  }

  int writes() {
    return calls("import") + calls("batchDelete") + calls("delete") + calls("submit");
  }

  @Override
  public void close() {
    defender.close();
  }
}
