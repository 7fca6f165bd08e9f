package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.rules.Quirks;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators as the pages have them, and as they are seen. */
class IndicatorsTest {

  private static final String SHA1 = "220e7d15b011d7fac48f2bd61114db1022197f7f";

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks, String... roles) {
    TenantBuilder builder =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .tokenLifetime(Duration.ofDays(30))
            .quirks(quirks);
    return (roles.length == 0 ? builder : builder.roles(roles)).build();
  }

  private static String indicator(String type, String value, String action, String more) {
    return "{\"indicatorType\":\""
        + type
        + "\",\"indicatorValue\":\""
        + value
        + "\",\"action\":\""
        + action
        + "\",\"title\":\"t\",\"description\":\"d\""
        + more
        + "}";
  }

  private static String blocked(String value) {
    return indicator("IpAddress", value, "Block", "");
  }

  private static String imported(List<String> indicators) {
    return "{\"Indicators\":[" + String.join(",", indicators) + "]}";
  }

  private static List<String> addresses(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> blocked("203." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255)))
        .toList();
  }

  private Caller.Reply submit(String body) {
    return caller.post("/api/indicators", body);
  }

  private Caller.Reply importAll(List<String> indicators) {
    return caller.post("/api/indicators/import", imported(indicators));
  }

  private Caller.Reply batchDelete(Object... ids) {
    return caller.post(
        "/api/indicators/BatchDelete",
        List.of(ids).stream()
            .map(id -> "\"" + id + "\"")
            .collect(Collectors.joining(",", "{\"IndicatorIds\":[", "]}")));
  }

  private Caller.Reply delete(String id) {
    HttpRequest request = caller.request("/api/indicators/" + id).DELETE().build();
    return caller.send(request);
  }

  @Test
  void aSubmitCreatesAndASecondUpdatesAllButTheApplication() {
    Caller.Reply created =
        submit(indicator("FileSha1", SHA1, "Block", ",\"application\":\"a\",\"severity\":\"Low\""));
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().path("createdBy").asText()).isEqualTo(tenant.clientId());
    assertThat(created.json().path("createdBySource").asText()).isEqualTo("PublicApi");

    Times.pass(tenant, Duration.ofHours(1));
    JsonNode updated =
        submit(
                indicator(
                    "FileSha1",
                    SHA1.toUpperCase(Locale.ROOT),
                    "Block",
                    ",\"application\":\"b\",\"severity\":\"High\""))
            .json();
    assertThat(updated.path("id").asText()).isEqualTo(created.json().path("id").asText());
    assertThat(updated.path("application").asText()).isEqualTo("a");
    assertThat(updated.path("severity").asText()).isEqualTo("High");
    assertThat(updated.path("lastUpdateTime").asText())
        .isGreaterThan(updated.path("creationTimeDateTimeUtc").asText());
    assertThat(tenant.indicators().all()).hasSize(1);
  }

  @Test
  void deviceGroupsMakeItAnother() {
    submit(indicator("FileSha1", SHA1, "Block", ",\"rbacGroupNames\":[\"a\",\"b\"]"));
    submit(indicator("FileSha1", SHA1, "Block", ""));
    submit(indicator("FileSha1", SHA1, "Block", ",\"rbacGroupNames\":[\"b\",\"a\"]"));
    assertThat(tenant.indicators().all())
        .extracting(IndicatorView::rbacGroupNames)
        .containsExactly(List.of("b", "a"), List.of());
  }

  @Test
  void aChangedActionIsRefusedOrTakenAsTheQuirkSays() {
    submit(blocked("203.0.113.7"));
    String warn = indicator("IpAddress", "203.0.113.7", "Warn", "");
    Caller.Reply refused = submit(warn);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("a different action already exists");
    assertThat(importAll(List.of(warn)).json().at("/value/0/isFailed").booleanValue()).isTrue();
    assertThat(tenant.indicators().all().get(0).action()).isEqualTo("Block");

    SimulatedTenant other =
        tenant(Quirks.harsh().withIndicators(q -> q.withActionChangeRefused(false)));
    Caller there = Caller.of(other);
    there.post("/api/indicators", blocked("203.0.113.7"));
    assertThat(there.post("/api/indicators", warn).status()).isEqualTo(200);
    assertThat(other.indicators().all())
        .singleElement()
        .satisfies(one -> assertThat(one.action()).isEqualTo("Warn"));
  }

  @ParameterizedTest
  @CsvSource({
    "IpAddress, 203.0.113.0/24, Block, Invalid IP",
    "IpAddress, 2001:db8::1, Block, Invalid IP",
    "IpAddress, 10.0.0.1, Block, Internal IP",
    "IpAddress, fd00:0:0:0:0:0:0:1, Block, Internal IP",
    "DomainName, *.contoso.example, Block, Invalid domain",
    "DomainName, bücher.example, Block, Invalid domain",
    "IpAddress, 100.64.0.1, Block, Internal IP",
    "IpAddress, 192.0.0.1, Block, Internal IP",
    "IpAddress, 198.18.0.1, Block, Internal IP",
    "IpAddress, 0:0:0:0:0:0:a00:1, Block, Internal IP",
    "IpAddress, 64:ff9b:0:0:0:0:a00:1, Block, Internal IP",
    "IpAddress, 2002:a00:1:0:0:0:0:0, Block, Internal IP",
    "IpAddress, 64:ff9b:1:0:0:0:0:1, Block, Internal IP",
    "IpAddress, 100:0:0:0:0:0:0:1, Block, Internal IP",
    "IpAddress, 0:0:0:0:0:0:0:1, Block, Internal IP",
    "Url, http://10.0.0.1/a, Block, Internal IP",
    "Url, http://[fd00:0:0:0:0:0:0:1]/a, Block, Internal IP",
    "Url, localhost, Block, Invalid URL",
    "Url, ms-settings://x, Block, Invalid URL",
    "Url, http:/contoso.example/a, Block, Invalid URL",
    "Url, http://contoso.example/*, Block, Invalid URL",
    "Url, gopher://contoso.example, Block, Invalid URL",
    "Url, https://contoso.example/a, BlockAndRemediate, not supported",
    "FileSha256, 220e7d15b011d7fac48f2bd61114db1022197f7f, Block, Invalid SHA256",
    "FileSha1, 220e7d15b011d7fac48f2bd61114db1022197f7f, AlertAndBlock, not supported",
    "FileSha1, 220e7d15b011d7fac48f2bd61114db1022197f7f, Audit, generateAlert",
    "CertificateThumbprint, 220e7d15b011d7fac48f2bd61114db1022197f7f, Block, not supported"
  })
  void whatIsNotTakenFailsAloneAndTheRestOfAnImportStands(
      String type, String value, String action, String reason) {
    String wrong = indicator(type, value, action, "");
    assertThat(submit(wrong).status()).isEqualTo(400);
    assertThat(submit(wrong).message()).contains(reason);

    JsonNode results = importAll(List.of(wrong, blocked("203.0.113.7"))).json().path("value");
    for (JsonNode result : results) {
      boolean failed = !result.path("indicator").asText().equals("203.0.113.7");
      assertThat(result.path("isFailed").booleanValue()).isEqualTo(failed);
      assertThat(result.path("id").isNull()).isEqualTo(failed);
      assertThat(result.path("failureReason").isNull()).isNotEqualTo(failed);
    }
    assertThat(tenant.indicators().all())
        .extracting(IndicatorView::indicatorValue)
        .containsExactly("203.0.113.7");
  }

  @Test
  void whatIsBesideTheValueIsCheckedToo() {
    for (String wrong :
        List.of("\"severity\":\"Critical\"", "\"educateUrl\":\"javascript:alert(1)\"")) {
      assertThat(submit(indicator("Url", "a.example", "Block", "," + wrong)).status())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void externalAddressesPass() {
    for (String value :
        List.of(
            "203.0.113.7", "100.63.0.1", "64:ff9b:0:0:0:0:cb00:7107", "2002:cb00:7107:0:0:0:0:0")) {
      assertThat(submit(blocked(value)).status()).as(value).isEqualTo(200);
    }
    assertThat(submit(indicator("Url", "http://203.0.113.7/a", "Block", "")).status())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatIsNoneIsRefusedWhole() {
    assertThat(submit("{}").code()).isEqualTo("MissingRequiredParameter");
    assertThat(submit(indicator("FileSha1", SHA1, "Block", ",\"colour\":\"red\"")).code())
        .isEqualTo("InvalidRequestBody");
    List<String> one = List.of(blocked("203.0.113.7"), indicator("NoType", "x", "Block", ""));
    assertThat(importAll(one).status()).isEqualTo(400);
    assertThat(importAll(addresses(0, 501)).code()).isEqualTo("MaximumBatchSizeExceeded");
    assertThat(importAll(addresses(0, 501)).message()).contains("501").contains("500");
    assertThat(caller.post("/api/indicators/import", "{\"indicators\":[]}").status())
        .as("members are told apart by case")
        .isEqualTo(400);
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void whatExpiresIsGoneToTheSecond() {
    String soon = ",\"expirationTime\":\"2026-01-01T01:00:00Z\"";
    submit(indicator("FileSha1", SHA1, "Block", soon));
    Times.pass(tenant, Duration.ofSeconds(3_599));
    assertThat(caller.get("/api/indicators").ids()).hasSize(1);
    // An update may put it off.
    submit(indicator("FileSha1", SHA1, "Block", ",\"expirationTime\":\"2026-01-01T02:00:00Z\""));
    Times.pass(tenant, Duration.ofSeconds(1));
    assertThat(tenant.indicators().all()).hasSize(1);
    Times.pass(tenant, Duration.ofHours(1));
    assertThat(caller.get("/api/indicators").ids()).isEmpty();
    assertThat(tenant.indicators().all()).isEmpty();
    assertThat(submit(indicator("FileSha1", SHA1, "Block", soon)).message())
        .contains("in the future");
  }

  /** get-ti-indicators-collection.md: with Ti.ReadWrite one's own alone. */
  @Test
  void anApplicationWithTheSmallerPermissionSeesItsOwnAlone() {
    SimulatedTenant own = tenant(Quirks.harsh(), "Ti.ReadWrite");
    Caller there = Caller.of(own);
    IndicatorView foreign =
        own.indicators().put(NewTenantIndicator.of("IpAddress", "203.0.113.7", "Allowed"));
    assertThat(there.get("/api/indicators").ids()).isEmpty();
    assertThat(there.send(there.request("/api/indicators/1").DELETE().build()).status())
        .isEqualTo(404);
    there.post("/api/indicators", blocked("203.0.113.7"));
    assertThat(there.get("/api/indicators").ids()).hasSize(1).doesNotContain(foreign.id());
    assertThat(own.indicators().all()).as("one beside the other").hasSize(2);

    tenant.indicators().put(NewTenantIndicator.of("IpAddress", "203.0.113.7", "Allowed"));
    assertThat(caller.get("/api/indicators").ids()).as("with Ti.ReadWrite.All").hasSize(1);
  }

  @Test
  void theTenantsCapacityCountsAll() {
    tenant.indicators().capacity(3);
    tenant.indicators().put(NewTenantIndicator.of("IpAddress", "198.51.100.1", "Block"));
    JsonNode results = importAll(addresses(0, 3)).json().path("value");
    assertThat(results.findValues("isFailed").stream().filter(JsonNode::booleanValue)).hasSize(1);
    assertThat(results.toString()).contains("maximum of 3 indicators");
    assertThat(submit(blocked("198.51.100.2")).status()).isEqualTo(400);
    assertThat(importAll(addresses(0, 1)).json().at("/value/0/isFailed").booleanValue())
        .as("an update takes no room")
        .isFalse();
  }

  @Test
  void fifteenThousandAreImportedAndListedInTwoPages() {
    for (int i = 0; i < 30; i++) {
      assertThat(importAll(addresses(i * 500, 500)).status()).isEqualTo(200);
    }
    assertThat(importAll(addresses(15_000, 1)).status()).as("30 a minute").isEqualTo(429);
    assertThat(tenant.indicators().all()).hasSize(15_000);
    assertThat(caller.get("/api/indicators?$top=10000").ids()).hasSize(10_000);
    assertThat(caller.get("/api/indicators?$top=10000&$skip=10000").ids()).hasSize(5_000);
    assertThat(caller.get("/api/indicators?$top=10001").status()).isEqualTo(400);
  }

  @Test
  void aValueCanBeLetFail() {
    tenant.indicators().fail("203.0.113.7", "Internal error");
    JsonNode result = importAll(List.of(blocked("203.0.113.7"))).json().at("/value/0");
    assertThat(result.path("failureReason").asText()).isEqualTo("Internal error");
    tenant.indicators().fail("203.0.113.7", null);
    assertThat(submit(blocked("203.0.113.7")).status()).isEqualTo(200);
  }

  @Test
  void aValueCanBeLetFailWithOneAction() {
    tenant.indicators().fail("203.0.113.7", "Allowed", "The address is well known");
    assertThat(submit(blocked("203.0.113.7")).status()).isEqualTo(200);
    tenant.indicators().fail("203.0.113.9", "Block", "The address is well known");
    JsonNode result = importAll(List.of(blocked("203.0.113.9"))).json().at("/value/0");
    assertThat(result.path("failureReason").asText()).isEqualTo("The address is well known");
    tenant.indicators().fail("203.0.113.9", "Block", null);
    assertThat(submit(blocked("203.0.113.9")).status()).isEqualTo(200);
  }

  @Test
  void resultsComeByValueOrAsSent() {
    List<String> sent = List.of(blocked("203.0.113.9"), blocked("203.0.113.7"));
    assertThat(importAll(sent).all("indicator")).containsExactly("203.0.113.7", "203.0.113.9");
    Caller gentle = Caller.of(tenant(Quirks.gentle()));
    assertThat(gentle.post("/api/indicators/import", imported(sent)).all("indicator"))
        .containsExactly("203.0.113.9", "203.0.113.7");
  }

  @Test
  void aBatchDeleteOfAllThatAreThereDeletesThem() {
    importAll(addresses(0, 3));
    List<String> ids = new ArrayList<>(caller.get("/api/indicators").ids());
    Caller.Reply deleted = batchDelete(ids.toArray());
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(tenant.indicators().all()).isEmpty();
    assertThat(batchDelete(ids.toArray()).status()).isEqualTo(404);
    assertThat(batchDelete().status()).isEqualTo(400);
    assertThat(batchDelete("one").status()).isEqualTo(400);
    assertThat(delete(ids.get(0)).status()).isEqualTo(404);
  }

  @Test
  void oneThatIsMissingOrNotSeenRefusesTheBatchAndTheQuirkSaysWhatOfTheOthers() {
    importAll(addresses(0, 3));
    tenant.indicators().unseenGroup("Servers");
    IndicatorView hidden =
        tenant
            .indicators()
            .put(
                NewTenantIndicator.of("IpAddress", "198.51.100.1", "Block")
                    .rbacGroupNames("Servers"));
    assertThat(caller.get("/api/indicators").ids()).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(batchDelete("1", "99").status()).isEqualTo(404);
    assertThat(batchDelete("2", "99", hidden.id()).status()).as("missing first").isEqualTo(404);
    assertThat(batchDelete("2", hidden.id()).status()).isEqualTo(404);
    assertThat(batchDelete(hidden.id()).status()).isEqualTo(403);
    assertThat(caller.get("/api/indicators").ids()).as("others deleted").containsExactly("3");
    assertThat(delete(hidden.id()).status()).isEqualTo(403);

    SimulatedTenant keeping =
        tenant(Quirks.harsh().withIndicators(q -> q.withRefusedBatchDeletesOthers(false)));
    Caller there = Caller.of(keeping);
    there.post("/api/indicators/import", imported(addresses(0, 1)));
    assertThat(
            there.post("/api/indicators/BatchDelete", "{\"IndicatorIds\":[\"1\",\"99\"]}").status())
        .isEqualTo(404);
    assertThat(keeping.indicators().all()).hasSize(1);

    SimulatedTenant unseenFirst =
        tenant(Quirks.harsh().withIndicators(q -> q.withMissingBeforeUnseen(false)));
    unseenFirst.indicators().unseenGroup("Servers");
    IndicatorView unseen =
        unseenFirst
            .indicators()
            .put(NewTenantIndicator.of("Url", "a.example", "Block").rbacGroupNames("Servers"));
    assertThat(
            Caller.of(unseenFirst)
                .post(
                    "/api/indicators/BatchDelete",
                    "{\"IndicatorIds\":[\"99\",\"" + unseen.id() + "\"]}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void theDeletionOfOneThatIsListedCanBeRefused() {
    importAll(addresses(0, 2));
    tenant.indicators().refuseDeletion("1");
    assertThat(delete("1").status()).isEqualTo(403);
    assertThat(batchDelete("1", "2").status()).isEqualTo(403);
    assertThat(caller.get("/api/indicators").ids()).containsExactly("1");
  }

  @Test
  void theListHasAnOrderOfItsOwnAsTheQuirkSays() {
    importAll(addresses(0, 50));
    List<String> ids = caller.get("/api/indicators").ids();
    assertThat(ids).isNotEqualTo(IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).toList());
    assertThat(caller.get("/api/indicators").ids()).as("it stays").isEqualTo(ids);
    importAll(addresses(50, 1));
    assertThat(caller.get("/api/indicators").ids().subList(0, 50)).isNotEqualTo(ids);
    Caller gentle = Caller.of(tenant(Quirks.gentle()));
    gentle.post("/api/indicators/import", imported(addresses(0, 3)));
    assertThat(gentle.get("/api/indicators").ids()).containsExactly("1", "2", "3");
  }

  @Test
  void resultsComeInAnotherSpellingAsTheQuirkSaysOrAreLeftOut() {
    List<String> sent =
        List.of(blocked("2001:db8:0:0:0:0:0:7"), indicator("FileSha1", SHA1, "Block", ""));
    assertThat(importAll(sent).all("indicator"))
        .containsExactly("2001:DB8::7", SHA1.toUpperCase(Locale.ROOT));
    Caller gentle = Caller.of(tenant(Quirks.gentle()));
    assertThat(gentle.post("/api/indicators/import", imported(sent)).all("indicator"))
        .containsExactly("2001:db8:0:0:0:0:0:7", SHA1);
    tenant.indicators().leaveResultOut(SHA1);
    assertThat(importAll(sent).all("indicator")).containsExactly("2001:DB8::7");
    assertThat(tenant.indicators().all()).hasSize(2);
  }

  @Test
  void whatCloudAppsWroteComesAgain() {
    IndicatorView theirs =
        tenant
            .indicators()
            .put(NewTenantIndicator.of("DomainName", "app.example", "Block").byCloudApps());
    submit(indicator("DomainName", "app.example", "Block", ",\"severity\":\"High\""));
    assertThat(tenant.indicators().get(theirs.id()).severity()).isEqualTo("Informational");
    assertThat(delete(theirs.id()).status()).isEqualTo(204);
    assertThat(tenant.indicators().all())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isNotEqualTo(theirs.id()));
  }

  @Test
  void theListIsFilteredByWhatThePageNames() {
    importAll(
        List.of(
            indicator("FileSha1", SHA1, "Audit", ",\"generateAlert\":true"),
            blocked("203.0.113.7")));
    assertThat(caller.filter("/api/indicators", "action eq 'Audit'").ids()).containsExactly("1");
    assertThat(caller.filter("/api/indicators", "generateAlert eq false").ids())
        .containsExactly("2");
    assertThat(caller.filter("/api/indicators", "indicatorType eq 'IpAddress'").ids())
        .containsExactly("2");
    assertThat(caller.filter("/api/indicators", "id eq '1'").status()).isEqualTo(400);
  }
}
