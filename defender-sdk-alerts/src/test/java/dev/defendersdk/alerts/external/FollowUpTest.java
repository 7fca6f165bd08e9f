package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.InvestigationView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.TestHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What follows when a finding was published: its investigation, and the caller's response. */
@Timeout(60)
class FollowUpTest extends Publishing {

  @Test
  void theInvestigationIsFollowedToItsEnd() {
    tenant.investigations().takes(Duration.ofMinutes(4), Duration.ofMinutes(4)).comeTo("Benign");
    FindingResult result = publish("f1", following());

    assertThat(result.alert().orElseThrow().investigationState()).hasToString("Benign");
    assertThat(result.alert().orElseThrow().investigationId()).isNotNull();
    assertThat(time.now())
        .isBetween(
            Scene.START.plus(Duration.ofMinutes(4)), Scene.START.plus(Duration.ofMinutes(5)));
    assertThat(result.summary()).contains("its investigation ended as Benign");
  }

  @Test
  void oneThatWaitsForApprovalIsNotWaitedFor() {
    tenant.investigations().comeTo("PendingApproval");
    FindingResult result = publish("f1", following());
    assertThat(result.summary()).contains("waits for approval");
    assertThat(time.now()).isBefore(Scene.START.plus(Duration.ofMinutes(25)));
  }

  @Test
  void oneThatTakesTooLongIsLeft() {
    tenant.investigations().takes(Duration.ofHours(9), Duration.ofHours(9));
    FindingResult result = publish("f1", following());
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.summary()).contains("has not ended within PT2H");
  }

  @Test
  void manyAreFollowedByOneListCallATick() {
    tenant.investigations().takes(Duration.ofMinutes(30), Duration.ofMinutes(30));
    PublishReport report = external.publish(many(30), following()).await(LONG);

    assertThat(report.results())
        .allMatch(result -> Investigations.isOver(result.alert().orElseThrow()));
    // 33 minutes of ticks, most of them half a minute apart.
    assertThat(tenant.journal().of("alerts.list")).hasSizeBetween(60, 110);
    assertThat(tenant.journal().of("investigations.get")).isEmpty();
    assertThat(tenant.journal().of("alerts.get")).isEmpty();
  }

  @Test
  void aPassingFailureOfTheListIsNoReasonToGiveUp() {
    tenant.investigations().takes(Duration.ofMinutes(4), Duration.ofMinutes(4)).comeTo("Benign");
    tenant.faults().on("alerts.list", Occurrence.first(12), Fault.status(503));
    assertThat(publish("f1", following()).summary()).contains("ended as Benign");
  }

  @Test
  void followingEndsInTimeAlsoWhileTheListFails() {
    tenant.faults().on("alerts.list", Occurrence.always(), Fault.status(503));
    FindingResult result =
        publish(
            "f1",
            following()
                .respond(published -> Optional.of(CompletableFuture.completedFuture("isolated"))));
    assertThat(result.summary()).contains("has not ended within PT2H");
    assertThat(result.response()).contains("isolated");
    assertThat(time.now()).isBefore(Scene.START.plus(Duration.ofMinutes(125)));
  }

  @Test
  void thoseThatCannotBeListedTogetherAreReadOneByOne() {
    tenant.investigations().takes(Duration.ofMinutes(30), Duration.ofMinutes(30));
    tenant.faults().on("alerts.list", Occurrence.every(2), Fault.status(400));
    PublishReport report = external.publish(many(45), following()).await(LONG);
    assertThat(report.results())
        .allMatch(result -> Investigations.isOver(result.alert().orElseThrow()))
        .allMatch(result -> result.error().isEmpty());
    assertThat(tenant.journal().of("alerts.get")).isNotEmpty();
  }

  @Test
  void thoseThatFailForAWhileHoldUpNoOthers() {
    tenant.investigations().takes(Duration.ofMinutes(30), Duration.ofMinutes(30)).comeTo("Benign");
    Instant until = Scene.START.plus(Duration.ofMinutes(60));
    FailingLists failing = new FailingLists(tenant.httpClient(), time, until);
    List<Instant> ends = new CopyOnWriteArrayList<>();
    try (DefenderClient its = Scene.client(tenant).httpClient(failing).build()) {
      PublishReport report =
          new ExternalAlerts(its, FindingStore.memory())
              .publish(many(45), following().onProgress(progress -> ends.add(time.now())))
              .await(LONG);
      assertThat(report.results())
          .allMatch(result -> result.summary().contains("ended as Benign"))
          .allMatch(result -> result.error().isEmpty());
    }
    assertThat(failing.failed).isPositive();
    assertThat(ends).hasSize(45);
    assertThat(ends.subList(0, 5))
        .as("five are listed by themselves, after the forty that fail")
        .allMatch(end -> end.isBefore(Scene.START.plus(Duration.ofMinutes(40))));
    assertThat(ends.subList(5, 45)).as("as soon as they can be read").allMatch(until::isBefore);
    assertThat(ends.get(44)).isBefore(until.plus(Duration.ofMinutes(3)));
    assertThat(tenant.journal().of("alerts.get")).as("nor are they read one by one").isEmpty();
  }

  @Test
  void theRuleRespondsAlsoToWhatCannotBeFollowed() {
    tenant.faults().on("alerts.list", Occurrence.always(), Fault.status(400));
    tenant.faults().on("alerts.get", Occurrence.always(), Fault.status(400));
    FindingResult result =
        publish(
            "f1",
            following()
                .respond(published -> Optional.of(CompletableFuture.completedFuture("isolated"))));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.summary()).contains("could not be followed");
    assertThat(result.error()).isPresent();
    assertThat(result.response()).contains("isolated");
  }

  @Test
  void theRuleRespondsWhenTheInvestigationIsOver() {
    tenant.investigations().takes(Duration.ofMinutes(4), Duration.ofMinutes(4)).comeTo("Benign");
    FindingResult result =
        publish(
            "f1",
            following()
                .respond(
                    published ->
                        Optional.of(
                            CompletableFuture.completedFuture(
                                "isolated "
                                    + published.event().orElseThrow().deviceId()
                                    + " after "
                                    + published.alert().orElseThrow().investigationState()))));
    assertThat(result.response())
        .contains("isolated " + tenant.machines().ids().get(0) + " after Benign");
  }

  @Test
  void theRuleChooses() {
    PublishOptions options =
        PublishOptions.defaults()
            .respond(
                published ->
                    published.finding().severity().equals(AlertSeverity.HIGH)
                        ? Optional.of(CompletableFuture.completedFuture("isolated"))
                        : Optional.empty());
    PublishReport report =
        external
            .publish(
                List.of(
                    finding("f1").event(Scene.event(tenant, 0, 1)).build(),
                    finding("f2")
                        .severity(AlertSeverity.HIGH)
                        .event(Scene.event(tenant, 1, 2))
                        .build()),
                options)
            .await(LONG);
    assertThat(report.results())
        .extracting(FindingResult::response)
        .containsExactly(Optional.empty(), Optional.of("isolated"));
  }

  @Test
  void aResponseThatFailedIsMadeGoodWhenTheFindingIsPublishedAgain() {
    FindingResult failed =
        publish(
            "f1",
            PublishOptions.defaults()
                .respond(
                    published ->
                        Optional.of(
                            CompletableFuture.failedFuture(
                                new IllegalStateException("out of order")))));
    assertThat(failed.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(failed.summary()).contains("the response failed", "out of order");

    Map<String, Integer> responses = new ConcurrentHashMap<>();
    PublishOptions counting =
        PublishOptions.defaults()
            .respond(
                published -> {
                  responses.merge(published.finding().key(), 1, Integer::sum);
                  return Optional.of(CompletableFuture.completedFuture("isolated"));
                });
    FindingResult mended = publish("f1", counting);
    assertThat(mended.outcome()).isEqualTo(FindingOutcome.ALREADY_PUBLISHED);
    assertThat(mended.response()).contains("isolated");

    FindingResult third = publish("f1", counting);
    assertThat(third.outcome()).isEqualTo(FindingOutcome.ALREADY_PUBLISHED);
    assertThat(responses).as("responded to once").containsExactly(Map.entry("f1", 1));
  }

  @Test
  void twoFindingsOfOneAlertAreFollowedTogether() {
    tenant.investigations().takes(Duration.ofMinutes(4), Duration.ofMinutes(4)).comeTo("Benign");
    PublishReport report =
        external
            .publish(
                List.of(
                    finding("f1").title("Beacon").event(Scene.event(tenant, 0, 1)).build(),
                    finding("f2").title("Beacon").event(Scene.event(tenant, 0, 2)).build()),
                following())
            .await(LONG);
    assertThat(report.results()).allMatch(result -> result.summary().contains("ended as Benign"));
    assertThat(tenant.investigations().all().stream().map(InvestigationView::id))
        .as("one alert, one investigation")
        .hasSize(1);
  }

  @Test
  void aResponseIsWaitedForByNobodyButThisFinding() {
    CompletableFuture<String> never = new CompletableFuture<>();
    PublishHandle handle =
        external.publish(
            List.of(finding("f1").event(Scene.event(tenant, 0, 1)).build()),
            PublishOptions.defaults().respond(published -> Optional.of(never)));
    assertThat(publish("f2", PublishOptions.defaults()).isPublished()).isTrue();
    pass(Duration.ofSeconds(1));
    handle.cancel();
    FindingResult left = handle.await(Duration.ofSeconds(1)).results().get(0);
    assertThat(left.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(left.summary()).contains("not waited for");
  }

  private FindingResult publish(String key, PublishOptions options) {
    return publish(finding(key).event(Scene.event(tenant, 0, 1)), options);
  }

  private static PublishOptions following() {
    return PublishOptions.defaults().followInvestigation(Duration.ofHours(2));
  }

  /** The wire of a tenant whose lists of more than a few alerts fail for a while. */
  private static final class FailingLists extends TestHttpClient {

    private final HttpClient wire;
    private final VirtualTime time;
    private final Instant until;
    private volatile int failed;

    private FailingLists(HttpClient wire, VirtualTime time, Instant until) {
      this.wire = wire;
      this.time = time;
      this.until = until;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
        throws IOException, InterruptedException {
      return wire.send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, BodyHandler<T> handler) {
      if (time.now().isBefore(until) && listed(request.uri()) > 5) {
        failed++;
        return CompletableFuture.failedFuture(new IOException("connection reset"));
      }
      return wire.sendAsync(request, handler);
    }

    private static long listed(URI uri) {
      String query = uri.getPath().endsWith("/api/alerts") ? uri.getQuery() : null;
      return query == null ? 0 : query.chars().filter(each -> each == '\'').count() / 2;
    }
  }
}
