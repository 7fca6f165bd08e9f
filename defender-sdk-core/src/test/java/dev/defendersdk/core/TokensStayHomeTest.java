package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.error.UnexpectedStatusException;
import dev.defendersdk.core.error.UnreadableAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token goes to its own service's host and nowhere else, whatever an answer says. (Proxies:
 * {@link ProxyTest}.)
 */
class TokensStayHomeTest {

  private WireServer service;
  private WireServer stranger;

  @BeforeEach
  void start() throws IOException {
    service = WireServer.plain();
    stranger = WireServer.plain();
  }

  @AfterEach
  void theStrangerHasSeenNothing() {
    service.close();
    stranger.close();
    assertThat(stranger.received()).isEmpty();
  }

  @Test
  void aNextLinkOfDefenderOnAnotherHostIsFollowedOnItsOwn() {
    try (DefenderClient defender = service.client().build()) {
      answersWithNextLink(stranger.root() + "/api/things?$skiptoken=2");
      List<WireServer.Thing> things =
          defender.list(Call.of(WireServer.LIST)).stream().limit(1).toList();
      assertThat(things).hasSize(1);
      Page<WireServer.Thing> first =
          defender.list(Call.of(WireServer.LIST)).pages().iterator().next();
      service.answers(200, "{\"value\":[]}".getBytes(StandardCharsets.UTF_8), "");
      defender.list(Call.of(WireServer.LIST)).from(first.resumeToken().orElseThrow()).toList();
      assertThat(service.paths()).last().isEqualTo("/api/things?$skiptoken=2");
      assertThat(service.received())
          .allSatisfy(
              headers ->
                  assertThat(headers.get("Authorization")).isEqualTo(List.of("Bearer t0k3n")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/elsewhere?a=b",
        "/api/../elsewhere",
        "/api//evil.example",
        "//evil.example/api/"
      })
  void aNextLinkOutOfTheApiIsRefused(String path) {
    try (DefenderClient defender = service.client().build()) {
      answersWithNextLink(service.root() + path);
      assertThatThrownBy(() -> defender.list(Call.of(WireServer.LIST)).toList())
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("leads outside");
      assertThat(service.received()).hasSize(1);
    }
  }

  @Test
  void aNextLinkOfGraphOnAnotherHostIsRefused() {
    Operation<List<WireServer.Thing>> list =
        Operation.get("graph.things.list", "/v1.0/security/things")
            .service(Service.GRAPH)
            .returnsListOf(WireServer.Thing.class);
    try (DefenderClient defender =
        service.client().cloud(DefenderCloud.builder().graph(service.root()).build()).build()) {
      answersWithNextLink("https://graph.evil.example/v1.0/security/things?$skip=2");
      assertThatThrownBy(() -> defender.list(Call.of(list)).toList())
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("leads outside");
      assertThat(service.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) {
    try (DefenderClient defender = service.client().build()) {
      for (String location : List.of(stranger.root() + "/api/thing", service.root() + "/api/x")) {
        service.redirects(status, location);
        assertThatThrownBy(() -> defender.execute(Call.of(WireServer.GET)))
            .isInstanceOfSatisfying(
                UnexpectedStatusException.class, e -> assertThat(e.status()).hasValue(status));
      }
    }
    assertThat(service.paths()).containsExactly("/api/thing", "/api/thing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "@evil.example", "..%2f..", "?a=b#c", "http://evil"})
  void noValueLeadsACallElsewhere(String value) {
    Operation<WireServer.Thing> get =
        Operation.get("things.get", "/api/things/{id}").returns(WireServer.Thing.class);
    try (DefenderClient defender = service.client().build()) {
      defender.execute(Call.of(get).path("id", value).query("q", value));
    }
    assertThat(service.paths().get(0)).startsWith("/api/things/").contains("?q=");
    assertThat(
            service
                .paths()
                .get(0)
                .substring("/api/things/".length(), service.paths().get(0).indexOf("?q=")))
        .doesNotContain("/", "?", "#", "@");
  }

  @Test
  void aResumeTokenOfAnotherHostIsRefused() {
    try (DefenderClient defender = service.client().build()) {
      for (String token :
          List.of("link:0+5://evil.example/api/", "link:0+5:https://evil.example/api/")) {
        assertThatThrownBy(() -> defender.list(Call.of(WireServer.LIST)).from(token).toList())
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThat(service.received()).isEmpty();
  }

  private void answersWithNextLink(String link) {
    String page = "{\"value\":[{\"id\":\"one\"}],\"@odata.nextLink\":\"" + link + "\"}";
    service.answers(200, page.getBytes(StandardCharsets.UTF_8), "");
  }
}
