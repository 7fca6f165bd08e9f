package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a value is, it comes to the service as itself, and as nothing but a value. */
class KqlPropertyTest {

  private static final int TRIES = 400;
  private static final List<String> NASTY =
      List.of(
          "\"",
          "'",
          "\\",
          "\\\"",
          "\\u0022",
          "\n",
          "\r",
          "\t",
          "\0",
          "\u007f",
          "\u0085",
          "\u2028",
          "//",
          "|",
          "{name}",
          "{from}",
          ")",
          "]",
          "}",
          "\"] | take 0",
          "' or 1 == 1 //",
          "```",
          "@\"",
          "é",
          "漢",
          "😀",
          " ",
          "datetime(2026-01-01)",
          "\\n",
          "a");

  private final long seed = Long.getLong("seed", 20_261_126L);
  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(VirtualTime.startingAt(Tenants.NOW))
          .quotas(Quotas.unlimited())
          .build();
  private final List<DefenderClient> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(DefenderClient::close);
  }

  // The client keeps the quota: one client for every 40 queries.
  private HuntingClient hunting(int call) {
    if (call % 40 == 0) {
      clients.add(Tenants.client(tenant));
    }
    return new HuntingClient(clients.get(clients.size() - 1));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? Character.toString(codePoint(random))
              : NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private static int codePoint(Random random) {
    int point = random.nextInt(Character.MAX_CODE_POINT + 1);
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return half ? 'x' : point;
  }

  @Test
  void anyTextComesBackAsItself() {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String text = text(random);
      tenant.hunting().event("T" + i, Map.of("Timestamp", Tenants.NOW, "Value", text));
      tenant.hunting().event("T" + i, Map.of("Timestamp", Tenants.NOW, "Value", text + "x"));
      String condition = i % 2 == 0 ? "Value == {value}" : "Value in ({value})";
      HuntingResult found =
          hunting(i)
              .run(
                  HuntingQuery.of("T" + i + " | where " + condition + " // {value}")
                      .with("value", i % 2 == 0 ? text : List.of("other", text)));
      assertThat(found.map(row -> row.text("Value")))
          .as("seed %d, try %d, %s", seed, i, text)
          .containsExactly(text);
    }
  }

  @Test
  void anyNumberAndAnyInstantComesBackAsItself() {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES / 4; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      Instant instant = Tenants.NOW.minusNanos(100L * random.nextInt(Integer.MAX_VALUE));
      tenant.hunting().event("N" + i, Map.of("Timestamp", instant, "Value", number));
      tenant
          .hunting()
          .event("N" + i, Map.of("Timestamp", instant.minusNanos(100), "Value", number));
      HuntingResult found =
          hunting(i)
              .run(
                  HuntingQuery.of(
                          "N"
                              + i
                              + " | where Value == {value} and Timestamp between ({at} .. {at})"
                              + " and Timestamp > ago({span})")
                      .with("value", number)
                      .with("at", instant)
                      .with("span", Duration.ofDays(1).plusNanos(100)));
      assertThat(found.map(row -> row.number("Value") + " " + row.instant("Timestamp")))
          .as("seed %d, try %d", seed, i)
          .containsExactly(number + " " + instant);
    }
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> HuntingQuery.of("T | where A == {a}").with("a", "x\ud83d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half of a character");
  }

  @Test
  void aPlaceInQuotesOrInACommentIsNone() {
    String kql = "T | where A == '{a}' or A == \"\\\"{a}\" or A == @'\\' // {a}\n | where B == {b}";
    HuntingQuery query = HuntingQuery.of(kql);
    assertThatThrownBy(() -> query.with("a", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[b]")
        .hasMessageContaining("no quotes");
    assertThat(query.with("b", "y").kql()).isEqualTo(kql.replace("{b}", "\"y\""));
    assertThatThrownBy(query::kql)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b is missing");
    assertThat(HuntingQuery.of("T | where A matches regex 'a{2}' and B == {b}").with("b", -1).kql())
        .isEqualTo("T | where A matches regex 'a{2}' and B == long(-1)");
  }
}
