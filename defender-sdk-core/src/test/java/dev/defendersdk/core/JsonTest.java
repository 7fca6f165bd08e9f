package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading entities loses nothing, whatever the service sends. */
class JsonTest {

  /** A value type as the modules have them. */
  public static final class Colour extends OpenEnum<Colour.Known> {
    private static final Values<Known, Colour> VALUES =
        new Values<>(Colour::new, Known.UNRECOGNIZED);
    public static final Colour RED = VALUES.known("Red", Known.RED);

    private Colour(String value, Known known) {
      super(value, known);
    }

    @JsonCreator
    public static Colour of(String value) {
      return VALUES.of(value);
    }

    public enum Known {
      RED,
      UNRECOGNIZED
    }
  }

  /** An entity as the modules have them. */
  public record Thing(
      String id,
      Instant seen,
      Boolean on,
      Integer small,
      Long large,
      Double share,
      Colour colour,
      List<String> tags,
      List<Part> parts,
      Part part,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {

    public String isNoProperty() {
      return "a method that looks like a getter";
    }
  }

  /** A part of it. */
  public record Part(
      String name, @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  private static final String FULL =
      """
      {"id":"a","seen":"2018-08-02T14:55:03.7791856Z","on":true,"small":5,"large":5000000000,
       "share":0.25,"colour":"Red","tags":["x","y"],"parts":[{"name":"p","extra":1}],
       "part":{"name":"q"}}""";

  @Test
  void everyMemberIsRead() {
    Thing thing = Json.read(Thing.class, FULL);

    assertThat(thing.id()).isEqualTo("a");
    assertThat(thing.seen()).isEqualTo(Instant.parse("2018-08-02T14:55:03.7791856Z"));
    assertThat(thing.on()).isTrue();
    assertThat(thing.small()).isEqualTo(5);
    assertThat(thing.large()).isEqualTo(5_000_000_000L);
    assertThat(thing.share()).isEqualTo(0.25);
    assertThat(thing.colour()).isSameAs(Colour.RED);
    assertThat(thing.tags()).containsExactly("x", "y");
    assertThat(thing.parts().get(0).additionalProperties()).containsEntry("extra", 1L);
    assertThat(thing.part().name()).isEqualTo("q");
    assertThat(thing.additionalProperties()).isEmpty();
    assertSurvives(FULL);
  }

  @Test
  void unknownMembersAreKeptWithExactNumbers() {
    String text =
        """
        {"id":"a","new":{"deep":[1,2.50,true,null,"t"],"huge":123456789012345678901234567890},
         "@odata.context":"x"}""";
    Thing thing = Json.read(Thing.class, text);

    Map<?, ?> unknown = (Map<?, ?>) thing.additionalProperties().get("new");
    assertThat((List<?>) unknown.get("deep"))
        .isEqualTo(Arrays.asList(1L, new BigDecimal("2.50"), true, null, "t"));
    assertThat(unknown.get("huge")).isEqualTo(new BigInteger("123456789012345678901234567890"));
    assertThat(thing.additionalProperties()).containsKey("@odata.context");
    assertThatThrownBy(() -> thing.additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertSurvives(text);
  }

  @Test
  void unknownEnumValuesSurviveAndCaseDoesNotMatter() {
    Colour unknown = Json.read(Thing.class, "{\"colour\":\"Mauve\"}").colour();
    assertThat(unknown.value()).isEqualTo("Mauve");
    assertThat(unknown.known()).isEqualTo(Colour.Known.UNRECOGNIZED);

    Colour shouted = Json.read(Thing.class, "{\"colour\":\"RED\"}").colour();
    assertThat(shouted).isEqualTo(Colour.RED).hasSameHashCodeAs(Colour.RED);
    assertThat(shouted.value()).isEqualTo("RED");
    assertThat(shouted.known()).isEqualTo(Colour.Known.RED);
    assertSurvives("{\"colour\":\"RED\"}");
  }

  @Test
  void valuesThatLookAlikeAreToldApart() {
    for (int i = 0; i < 2; i++) {
      for (String text : List.of("Red", "Rxd", "RED", "red", "Räd", "R\\u0065d", "R")) {
        String written = "{\"colour\":\"" + text + "\"}";
        String expected = text.replace("\\u0065", "e");
        assertThat(Json.read(Thing.class, written).colour().value()).isEqualTo(expected);
      }
    }
    assertThat(Json.read(Thing.class, "{\"colour\":\" \"}").additionalProperties())
        .containsEntry("colour", " ");
  }

  @Test
  void membersAreReadInAnyOrder() {
    String there = "{\"id\":\"a\",\"on\":true,\"new\":1,\"small\":2,\"tags\":[\"x\"]}";
    String back = "{\"tags\":[\"x\"],\"small\":2,\"new\":1,\"on\":true,\"id\":\"a\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(Json.read(Thing.class, there)).isEqualTo(Json.read(Thing.class, back));
    }
    assertThat(Json.read(Thing.class, back).small()).isEqualTo(2);
  }

  @Test
  void membersOfAnotherKindAreKeptRawAndTheEntityLives() {
    String text =
        """
        {"id":7,"seen":"yesterday","on":"true","small":5000000000,"large":1.5,
         "share":"much","colour":3,"tags":["x",4,null],"parts":[{"name":"p"},"q"],"part":[]}""";
    Thing thing = Json.read(Thing.class, text);

    assertThat(thing.id()).isNull();
    assertThat(thing.seen()).isNull();
    assertThat(thing.on()).isNull();
    assertThat(thing.small()).isNull();
    assertThat(thing.large()).isNull();
    assertThat(thing.share()).isNull();
    assertThat(thing.colour()).isNull();
    assertThat(thing.tags()).isEmpty();
    assertThat(thing.parts()).isEmpty();
    assertThat(thing.part()).isNull();
    assertThat(thing.additionalProperties()).containsEntry("id", 7L).containsEntry("on", "true");
    assertSurvives(text);
  }

  @Test
  void namesAreReadInAnyCaseAndASecondSpellingIsKept() {
    Thing thing = Json.read(Thing.class, "{\"ID\":\"a\",\"id\":\"b\"}");
    assertThat(thing.id()).isEqualTo("a");
    assertThat(thing.additionalProperties()).containsEntry("id", "b");
  }

  @Test
  void absentListsAreEmptyAndStayAbsent() {
    Thing absent = Json.read(Thing.class, "{\"id\":\"a\"}");
    Thing empty = Json.read(Thing.class, "{\"id\":\"a\",\"tags\":[]}");

    assertThat(absent.tags()).isEmpty();
    assertThat(absent).isEqualTo(Json.read(Thing.class, "{\"id\":\"a\",\"tags\":null}"));
    assertThat(Json.write(absent)).isEqualTo("{\"id\":\"a\"}");
    assertThat(Json.write(empty)).isEqualTo("{\"id\":\"a\",\"tags\":[]}");
  }

  @Test
  void whatIsNoObjectIsRefusedWithTheRule() {
    assertThatThrownBy(() -> Json.read(Thing.class, "[1]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"[1]\"")
        .hasMessageContaining("Thing");
    assertThatThrownBy(() -> Json.read(Thing.class, "{\"id\":\"a\""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read(Thing.class, "{} {}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read(String.class, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("record");
  }

  private static void assertSurvives(String text) {
    ObjectMapper mapper = new ObjectMapper();
    Object before = read(mapper, text);
    Object after = read(mapper, Json.write(Json.read(Thing.class, text)));
    assertThat(after).isEqualTo(before);
  }

  private static Object read(ObjectMapper mapper, String text) {
    try {
      return mapper.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
