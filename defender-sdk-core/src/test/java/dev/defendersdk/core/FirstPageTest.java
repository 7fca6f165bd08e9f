package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.odata.ListQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first page of a list is asked for with. */
class FirstPageTest {

  private static final Operation<List<WireServer.Thing>> USUAL =
      Operation.get("things.list", "/api/things")
          .pagedBySkip(500)
          .returnsListOf(WireServer.Thing.class);

  private static final Operation<List<WireServer.Thing>> SMALL_BY_DEFAULT =
      Operation.get("things.list", "/api/things")
          .pagedBySkip(500)
          .alwaysSendsTop()
          .returnsListOf(WireServer.Thing.class);

  private static String asked(Operation<List<WireServer.Thing>> operation, ListQuery query)
      throws Exception {
    try (WireServer server = WireServer.plain();
        DefenderClient defender = server.client().build()) {
      server.answers(200, "{\"value\":[{\"id\":\"one\"}]}".getBytes(StandardCharsets.UTF_8), "");
      assertThat(defender.list(Call.of(operation).query(query)).toList()).hasSize(1);
      assertThat(server.paths()).as("a short page is the last").hasSize(1);
      return server.paths().get(0);
    }
  }

  @Test
  void itIsLeftToTheServiceSoThatANextLinkComes() throws Exception {
    assertThat(asked(USUAL, ListQuery.all())).isEqualTo("/api/things");
    assertThat(asked(USUAL, ListQuery.all().pageSize(7))).isEqualTo("/api/things?$top=7");
  }

  @Test
  void itIsAskedForWithTopWhereTheServicesOwnPageIsSmall() throws Exception {
    assertThat(asked(SMALL_BY_DEFAULT, ListQuery.all())).isEqualTo("/api/things?$top=500");
    assertThat(asked(SMALL_BY_DEFAULT, ListQuery.all().pageSize(7)))
        .isEqualTo("/api/things?$top=7");
    assertThat(asked(SMALL_BY_DEFAULT, ListQuery.all().limit(3))).isEqualTo("/api/things?$top=3");
  }
}
