package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Addresses;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineAnswers;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Bounds;
import dev.defendersdk.testkit.internal.users.UserBook;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about, and the alerts about it. Pages: get-alert-related-domain-info.md and its
 * sisters, get-domain-related-alerts.md and its sisters. None of them states a query option; that
 * the alerts of a machine are filtered is in exposed-apis-odata-samples.md.
 */
public final class RelatedRoom implements Room {

  private final AlertBook book;
  private final MachineBook machines;
  private final AlertAnswers alerts;
  private final MachineAnswers machineAnswers;
  private final RelatedEntities entities;

  public RelatedRoom(
      AlertBook book, MachineBook machines, UserBook users, String tenantId, Quirks quirks) {
    this.book = book;
    this.machines = machines;
    this.alerts = new AlertAnswers(book, tenantId, quirks);
    this.machineAnswers = new MachineAnswers(quirks);
    this.entities = new RelatedEntities(users, quirks);
  }

  @Override
  public Map<String, Handler> handlers() {
    Map<String, Handler> all = new HashMap<>();
    all.put(
        "alerts.listDomains", call -> entities.domains(call, of(call, "Url", EvidenceKeys::host)));
    all.put("alerts.listFiles", call -> entities.files(call, snapshot(call)));
    all.put(
        "alerts.listIps",
        call ->
            entities.addresses(call, of(call, "Ip", one -> EvidenceKeys.text(one, "ipAddress"))));
    all.put("alerts.getMachine", call -> machineAnswers.entity(call, find(call).machine()));
    all.put("alerts.getUser", call -> entities.user(call, find(call), snapshot(call)));
    all.put("domains.listAlerts", this::ofDomain);
    all.put("files.listAlerts", this::ofFile);
    all.put("ips.listAlerts", this::ofAddress);
    all.put("users.listAlerts", this::ofUser);
    all.put("machines.listAlerts", call -> alerts.list(call, book.of(machine(call)), "$filter"));
    all.put("machines.countAlerts", this::countOfMachine);
    all.replaceAll((id, handler) -> settled(handler));
    return all;
  }

  private Handler settled(Handler handler) {
    return call -> {
      book.settle(call.now());
      return handler.handle(call);
    };
  }

  private Alert find(Call call) {
    return book.getOfDefender(call.value("id"));
  }

  private AlertSnapshot snapshot(Call call) {
    return book.snapshot(find(call));
  }

  private Machine machine(Call call) {
    return machines.getById(call.value("id"));
  }

  private Answer countOfMachine(Call call) {
    long count = alerts.count(call, book.of(machine(call)));
    return Answer.of(call.operation().success(), json -> json.writeNumber(count))
        .withHeader("Content-Type", "text/plain");
  }

  private Answer ofDomain(Call call) {
    String domain = EvidenceKeys.domain(call.value("domain"));
    return about(call, one -> domain.equalsIgnoreCase(EvidenceKeys.host(one)));
  }

  private Answer ofFile(Call call) {
    String hash = EvidenceKeys.sha1(call.value("sha1"));
    return about(call, one -> hash.equalsIgnoreCase(EvidenceKeys.text(one, "sha1")));
  }

  private Answer ofAddress(Call call) {
    String address = call.value("ip");
    Addresses.check(address);
    return about(call, one -> address.equalsIgnoreCase(EvidenceKeys.text(one, "ipAddress")));
  }

  private Answer ofUser(Call call) {
    String name = call.value("userName");
    return alerts.list(
        call,
        visible().filter(alert -> name.equalsIgnoreCase(book.snapshot(alert).userName())).toList());
  }

  private Answer about(Call call, Predicate<NewTenantAlert.Evidence> condition) {
    return alerts.list(
        call,
        visible()
            .filter(alert -> book.snapshot(alert).evidence().stream().anyMatch(condition))
            .toList());
  }

  private Stream<Alert> visible() {
    return book.oldestFirst(Bounds.NONE).stream().filter(Alert::isDefenders);
  }

  /** Values of one kind of evidence of the alert that is called, each once. */
  private List<String> of(
      Call call, String entityType, Function<NewTenantAlert.Evidence, @Nullable String> value) {
    List<String> values = new ArrayList<>();
    for (NewTenantAlert.Evidence one : snapshot(call).evidence()) {
      String own = one.entityType().equals(entityType) ? value.apply(one) : null;
      if (own != null && !values.contains(own)) {
        values.add(own);
      }
    }
    return values;
  }
}
