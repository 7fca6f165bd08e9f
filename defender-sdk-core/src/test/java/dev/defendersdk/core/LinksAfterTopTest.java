package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.odata.ListQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that bounds a list by {@code $top}, and yet cuts what it gives into linked pages. */
class LinksAfterTopTest {

  private static final Operation<List<WireServer.Thing>> LIST =
      Operation.get("things.list", "/api/things")
          .pagedBySkip(4)
          .alwaysSendsTop()
          .returnsListOf(WireServer.Thing.class);

  private WireServer service;
  private DefenderClient defender;

  @BeforeEach
  void start() throws Exception {
    service = WireServer.plain();
    defender = service.client().build();
  }

  @AfterEach
  void stop() {
    defender.close();
    service.close();
  }

  private static String page(String link, String... ids) {
    String things =
        Arrays.stream(ids).map(id -> "{\"id\":\"" + id + "\"}").collect(Collectors.joining(","));
    String next = link.isEmpty() ? "" : ",\"@odata.nextLink\":\"/api/things?" + link + "\"";
    return "{\"value\":[" + things + "]" + next + "}";
  }

  private Paged<WireServer.Thing> list() {
    return defender.list(Call.of(LIST).query(ListQuery.all()));
  }

  private void hasSix() {
    service.answersInTurn(page("t=1", "a", "b"), page("", "c", "d"), page("", "e", "f"));
  }

  @Test
  void linksThatGaveAllThatTopAskedForAreGoneOnFromBySkip() {
    hasSix();
    assertThat(list().stream().map(WireServer.Thing::id))
        .containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(service.paths())
        .containsExactly("/api/things?$top=4", "/api/things?t=1", "/api/things?$top=4&$skip=4");
  }

  @Test
  void soTheyAreInTheBackground() throws Exception {
    hasSix();
    List<String> ids = new ArrayList<>();
    defender
        .background()
        .forEachPage(
            Call.of(LIST).query(ListQuery.all()),
            CallOptions.defaults(),
            page -> {
              page.forEach(thing -> ids.add(thing.id()));
              return true;
            })
        .get();
    assertThat(ids).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void soTheyAreFromATokenAmongThem() {
    hasSix();
    Page<WireServer.Thing> first = list().pages().iterator().next();
    assertThat(list().from(first.resumeToken().orElseThrow()).stream().map(WireServer.Thing::id))
        .containsExactly("c", "d", "e", "f");
  }

  @Test
  void anEmptyPageAtTheirEndIsNotTheEnd() {
    service.answersInTurn(
        page("t=1", "a", "b", "c"), page("t=2", "d"), page(""), page("t=3", "e"), page("", "f"));
    assertThat(list().toList()).hasSize(6);
    assertThat(service.paths()).hasSize(5);
  }

  @Test
  void linksThatGaveLessOrMoreAreTheWholeList() {
    service.answersInTurn(page("t=1", "a", "b"), page("", "c"));
    assertThat(list().toList()).hasSize(3);
    assertThat(service.paths()).hasSize(2);

    service.answersInTurn(page("t=1", "a", "b", "c"), page("", "d", "e"));
    assertThat(list().toList()).hasSize(5);
    assertThat(service.paths()).hasSize(4);
  }
}
