package dev.defendersdk.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTest {

  private static final Operation<Void> FIND =
      Operation.get("things.find", "/api/things/find(name='{name}',time={time})/{id}")
          .returnsNothing();

  @Test
  void valuesCannotLeaveTheirPlaceInThePath() {
    String target =
        Call.of(FIND)
            .path("name", "o'neil/../x?y=1#z")
            .path("time", Instant.parse("2019-09-22T08:44:05.5Z"))
            .path("id", "a b%2f")
            .query("q", "x&y=z+1")
            .target();
    assertThat(target)
        .isEqualTo(
            "/api/things/find(name='o%27%27neil%2F..%2Fx%3Fy%3D1%23z',time=2019-09-22T08:44:05.5Z)"
                + "/a%20b%252f?q=x%26y%3Dz%2B1");
  }

  @Test
  void wrongPathValuesAreRefused() {
    Call<Void> call = Call.of(FIND);
    assertThatThrownBy(() -> call.path("nme", "x")).hasMessageContaining("[name, time, id]");
    assertThatThrownBy(() -> call.path("id", "..")).hasMessageContaining("change the path");
    assertThatThrownBy(() -> call.path("id", " ")).hasMessageContaining("must not be blank");
    assertThatThrownBy(() -> call.path("name", "x").target())
        .hasMessageContaining("time is missing");
  }

  @Test
  void membersKeepTheirOrderAndNullsAreLeftOut() {
    Call<Void> call = Call.of(FIND).member("B", 1).member("A", null).member("C", "x");
    assertThat(call.members()).containsOnlyKeys("B", "C").containsEntry("B", 1);
  }

  @Test
  void anOperationSaysAllThatIsKnownOfIt() {
    Operation<Void> operation =
        Operation.post("things.do", "/api/things/{id}/do")
            .permissions(Permissions.anyOf("Thing.Do"))
            .limits(10, 500)
            .page("do-thing.md")
            .returnsNothing();
    assertThat(operation.repeatability()).isEqualTo(Repeatability.ACTING);
    assertThat(operation.quota()).isEqualTo(new Quota("things.do", 10, 500));
    assertThat(operation.lifecycle()).isEqualTo(Lifecycle.CURRENT);
    assertThat(operation).hasToString("things.do (POST /api/things/{id}/do)");
    assertThatThrownBy(() -> Operation.get("x", "api")).hasMessageContaining("slash");
    assertThatThrownBy(() -> Operation.get("x", "/api").limits(0, 5))
        .hasMessageContaining("perMinute is 0");
    assertThatThrownBy(() -> Operation.get("x", "/api").alwaysSendsTop())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pagedBySkip");
  }
}
