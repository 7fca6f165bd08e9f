package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.odata.ListQuery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that is paged by its links alone takes a page size, and never skips by itself. */
class PagedByLinkTest {

  private static final Operation<List<WireServer.Thing>> LIST =
      Operation.get("things.list", "/api/things")
          .pagedByLink(2)
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

  private List<String> ids(ListQuery query) {
    return defender.list(Call.of(LIST).query(query)).stream().map(WireServer.Thing::id).toList();
  }

  @Test
  void aFullPageWithoutALinkIsTheLast() {
    service.answersInTurn(
        "{\"value\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"@odata.nextLink\":\"/api/things?t=1\"}",
        "{\"value\":[{\"id\":\"c\"},{\"id\":\"d\"}]}");
    assertThat(ids(ListQuery.all())).containsExactly("a", "b", "c", "d");
    assertThat(service.paths()).containsExactly("/api/things?$top=2", "/api/things?t=1");
  }

  @Test
  void aLimitAsksForNoMoreThanItNeeds() {
    service.answersInTurn("{\"value\":[{\"id\":\"a\"}],\"@odata.nextLink\":\"/api/things?t=1\"}");
    assertThat(ids(ListQuery.all().limit(1))).containsExactly("a");
    assertThat(service.paths()).containsExactly("/api/things?$top=1");
  }

  @Test
  void aLargerPageThanTheServiceGivesIsRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> ids(ListQuery.all().pageSize(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 2");
    assertThat(service.paths()).isEmpty();
  }
}
