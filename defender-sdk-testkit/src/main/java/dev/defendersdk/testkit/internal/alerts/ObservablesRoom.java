package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert.Evidence;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Addresses;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineAnswers;
import dev.defendersdk.testkit.internal.odata.Bounds;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant knows of files, domains and addresses: what the evidence of its alerts shows, on
 * whose machines. Pages: get-file-information.md, get-file-statistics.md, get-domain-statistics.md,
 * get-ip-statistics.md, get-file-related-machines.md, get-domain-related-machines.md.
 */
public final class ObservablesRoom implements Room {

  private static final int MOST_HOURS = 720;

  /** Page: get-domain-related-machines.md. */
  private static final int MOST_MACHINES = 500;

  private record Sighting(Machine machine, AlertSnapshot alert, Evidence evidence) {}

  private final AlertBook book;
  private final MachineAnswers machines;
  private final Quirks quirks;

  public ObservablesRoom(AlertBook book, Quirks quirks) {
    this.book = book;
    this.machines = new MachineAnswers(quirks);
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "files.get",
        this::file,
        "files.getStatistics",
        this::ofFile,
        "files.listMachines",
        call -> machines.page(call, machinesOf(files(call, EvidenceKeys.sha1(sha1(call))))),
        "domains.getStatistics",
        call -> known(call, "InOrgDomainStats", "host", domain(call), hosts(call)),
        "domains.listMachines",
        call -> machines.page(call, machinesOf(hosts(call)).stream().limit(MOST_MACHINES).toList()),
        "ips.getStatistics",
        this::ofAddress);
  }

  private static String sha1(Call call) {
    return call.value("sha1");
  }

  private static String domain(Call call) {
    return EvidenceKeys.domain(call.value("domain"));
  }

  private Answer file(Call call) {
    Row row = file(files(call, EvidenceKeys.hash(call.value("hash"))), call.value("hash"));
    return Answer.of(
        call.operation().success(),
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", Links.context(call, "Files/$entity"));
          row.writeMembers(json, null);
          json.writeEndObject();
        });
  }

  private static Row file(List<Sighting> sightings, String hash) {
    if (sightings.isEmpty()) {
      throw ApiError.notFound("File", hash);
    }
    Sighting last = sightings.get(sightings.size() - 1);
    return RelatedEntities.file(last.evidence(), last.alert());
  }

  private Answer ofFile(Call call) {
    String hash = EvidenceKeys.hash(call.value("hash"));
    List<Sighting> all = files(call, hash);
    Row file = file(all, hash);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("sha1", file.text("sha1"));
    inOrganization(body, call, all);
    boolean older = quirks.indicators().olderPrevalence();
    Object worldwide = file.get("globalPrevalence");
    body.put(
        older ? "globalPrevalence" : "globallyPrevalence",
        older ? String.valueOf(worldwide) : worldwide);
    body.put("globalFirstObserved", file.get("globalFirstObserved"));
    body.put("globalLastObserved", file.get("globalLastObserved"));
    body.put(
        "topFileNames",
        all.stream()
            .map(one -> EvidenceKeys.text(one.evidence(), "fileName"))
            .filter(name -> name != null)
            .distinct()
            .limit(5)
            .toList());
    return answer(call, "InOrgFileStats", body);
  }

  private Answer ofAddress(Call call) {
    String address = call.value("ip");
    Addresses.check(address);
    return known(
        call,
        "InOrgIPStats",
        "ipAddress",
        address,
        sightings(call, one -> address.equalsIgnoreCase(EvidenceKeys.text(one, "ipAddress"))));
  }

  /** Of a key that was never seen the prevalence is 0. */
  private Answer known(Call call, String type, String name, String key, List<Sighting> all) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(name, key);
    inOrganization(body, call, all);
    return answer(call, type, body);
  }

  private void inOrganization(
      Map<String, @Nullable Object> body, Call call, List<Sighting> sightings) {
    Instant from = call.now().minus(Duration.ofHours(lookBackHours(call)));
    List<Sighting> since =
        sightings.stream().filter(one -> !one.alert().lastEventTime().isBefore(from)).toList();
    long count = machinesOf(since).size();
    if (quirks.indicators().olderPrevalence()) {
      body.put("orgPrevalence", String.valueOf(count));
    } else {
      body.put("organizationPrevalence", count);
    }
    body.put(
        "orgFirstSeen",
        since.stream()
            .map(one -> one.alert().firstEventTime())
            .min(Instant::compareTo)
            .orElse(null));
    body.put(
        "orgLastSeen",
        since.stream()
            .map(one -> one.alert().lastEventTime())
            .max(Instant::compareTo)
            .orElse(null));
  }

  private static int lookBackHours(Call call) {
    String text = call.query().get("lookBackHours");
    if (text == null) {
      return MOST_HOURS;
    }
    if (!text.matches("\\d{1,6}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_HOURS) {
      throw ApiError.invalidInput("lookBackHours must be from 1 to " + MOST_HOURS);
    }
    return Integer.parseInt(text);
  }

  private static Answer answer(Call call, String type, Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("@odata.context", Links.context(call, "microsoft.windowsDefenderATP.api." + type));
    body.putAll(members);
    return Answer.of(call.operation().success(), body);
  }

  /** By either hash, also where the longer one is invented from the shorter. */
  private List<Sighting> files(Call call, String hash) {
    return all(call).stream()
        .filter(one -> one.evidence().members().containsKey("sha1") && hasHash(one, hash))
        .toList();
  }

  private static boolean hasHash(Sighting one, String hash) {
    Row file = RelatedEntities.file(one.evidence(), one.alert());
    return hash.equalsIgnoreCase(file.text("sha1")) || hash.equalsIgnoreCase(file.text("sha256"));
  }

  private List<Sighting> hosts(Call call) {
    String domain = domain(call);
    return sightings(call, one -> domain.equalsIgnoreCase(EvidenceKeys.host(one)));
  }

  private static List<Machine> machinesOf(List<Sighting> sightings) {
    return List.copyOf(
        sightings.stream()
            .map(Sighting::machine)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private List<Sighting> sightings(Call call, Predicate<Evidence> condition) {
    return all(call).stream().filter(one -> condition.test(one.evidence())).toList();
  }

  private List<Sighting> all(Call call) {
    book.settle(call.now());
    List<Sighting> all = new ArrayList<>();
    for (Alert alert : book.oldestFirst(Bounds.NONE)) {
      if (alert.isDefenders()) {
        AlertSnapshot snapshot = book.snapshot(alert);
        snapshot
            .evidence()
            .forEach(evidence -> all.add(new Sighting(alert.machine(), snapshot, evidence)));
      }
    }
    return all;
  }
}
