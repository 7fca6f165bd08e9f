package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.internal.users.Logon;
import dev.defendersdk.testkit.internal.users.UserBook;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Domains, files, addresses and users as the Defender API has them. What is not known of one is
 * invented from its key. Pages: files.md, user.md and the samples: no page lists a domain's, an
 * address's or a user's properties.
 */
final class RelatedEntities {

  private static final Schema DOMAIN = Schema.of("host text");
  private static final Schema ADDRESS = Schema.of("id text");
  private static final Schema FILE =
      Schema.of(
          """
          sha1 text
          sha256 text
          md5 text
          globalPrevalence number
          globalFirstObserved time
          globalLastObserved time
          size number
          fileType text
          isPeFile truth
          filePublisher text
          fileProductName text
          signer text
          issuer text
          signerHash text
          isValidCertificate truth
          determinationType text
          determinationValue text
          """);
  private static final Schema USER =
      Schema.of(
          """
          id text
          accountName text
          accountDomain text
          accountSid text
          firstSeen time
          lastSeen time
          mostPrevalentMachineId text
          leastPrevalentMachineId text
          logonTypes text
          logOnMachinesCount number
          isDomainAdmin truth
          isOnlyNetworkUser truth
          """);

  private final UserBook users;
  private final Quirks quirks;

  RelatedEntities(UserBook users, Quirks quirks) {
    this.users = users;
    this.quirks = quirks;
  }

  Answer domains(Call call, List<String> hosts) {
    List<Row> rows = hosts.stream().map(host -> DOMAIN.row().set("host", host).build()).toList();
    return list(call, DOMAIN, rows, "Domains");
  }

  Answer addresses(Call call, List<String> addresses) {
    List<Row> rows =
        addresses.stream().map(address -> ADDRESS.row().set("id", address).build()).toList();
    return list(call, ADDRESS, rows, "Ips");
  }

  Answer files(Call call, AlertSnapshot alert) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (NewTenantAlert.Evidence one : alert.evidence()) {
      if (one.members().get("sha1") instanceof String sha1) {
        rows.putIfAbsent(sha1, file(one, alert));
      }
    }
    return list(call, FILE, List.copyOf(rows.values()), "Files");
  }

  /** The file of a piece of evidence that has a SHA-1. */
  static Row file(NewTenantAlert.Evidence evidence, AlertSnapshot alert) {
    String sha1 = String.valueOf(evidence.members().get("sha1"));
    Object sha256 = evidence.members().get("sha256");
    Ids ids = new Ids(sha1.hashCode());
    return FILE.row()
        .set("sha1", sha1)
        .set("sha256", sha256 == null ? ids.hex(64) : sha256)
        .set("md5", ids.hex(32))
        .set("globalPrevalence", ids.random().nextInt(200_000))
        .set("globalFirstObserved", alert.firstEventTime().minus(Duration.ofDays(400)))
        .set("globalLastObserved", alert.lastEventTime())
        .set("size", 10_000 + ids.random().nextInt(5_000_000))
        .set("fileType", null)
        .set("isPeFile", true)
        .set("filePublisher", "Contoso Corporation")
        .set("fileProductName", "Contoso© Tools")
        .set("signer", "Contoso Corporation")
        .set("issuer", "Contoso Code Signing CA")
        .set("signerHash", ids.hex(40))
        .set("isValidCertificate", ids.random().nextBoolean())
        .set("determinationType", "Unknown")
        .set("determinationValue", null)
        .build();
  }

  /**
   * The user that an alert is about.
   *
   * @throws ApiError 404 if it is about none
   */
  Answer user(Call call, Alert alert, AlertSnapshot snapshot) {
    String name = snapshot.userName();
    String domain = snapshot.domain();
    if (name == null || domain == null) {
      throw ApiError.notFound("User of alert", alert.id());
    }
    Machine machine = alert.machine();
    List<Machine> all = users.machinesOf(name);
    Logon logon = users.logonOf(domain + "\\" + name, machine);
    Row row =
        USER.row()
            .set("id", domain + "\\" + name)
            .set("accountName", name)
            .set("accountDomain", domain)
            .set("accountSid", EvidenceGenerator.account(domain, name).get("userSid"))
            .set("firstSeen", machine.row().get("firstSeen"))
            .set("lastSeen", machine.row().get("lastSeen"))
            .set("mostPrevalentMachineId", machine.id())
            .set(
                "leastPrevalentMachineId",
                all.isEmpty() ? machine.id() : all.get(all.size() - 1).id())
            .set("logonTypes", logon == null ? null : logon.logonTypes())
            .set("logOnMachinesCount", all.size())
            .set("isDomainAdmin", logon != null && logon.user().domainAdmin())
            .set("isOnlyNetworkUser", logon != null && logon.isOnlyNetwork())
            .build();
    return Answer.of(
        call.operation().success(),
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", Links.context(call, "Users/$entity"));
          row.writeMembers(json, null);
          json.writeEndObject();
        });
  }

  private Answer list(Call call, Schema schema, List<Row> rows, String what) {
    // The pages state no option.
    Page page =
        ListQuery.ofOnly(schema, call.query())
            .page(rows, Links.path(call), Links.paging(call, quirks).bySkipToken());
    return Answer.of(
        call.operation().success(), page.content(Links.context(call, what), row -> row));
  }
}
