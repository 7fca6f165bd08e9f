package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of several kinds, which a member of theirs tells apart, are read as what they are. */
class KindsTest {

  /** What they have in common. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "@odata.type",
      visible = true,
      defaultImpl = OtherShape.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "#shapes.circle"),
    @JsonSubTypes.Type(value = Square.class, name = "#shapes.square")
  })
  public interface Shape {
    String kind();
  }

  public record Circle(
      @JsonProperty("@odata.type") String kind,
      Long radius,
      Shape inner,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
      implements Shape {}

  public record Square(
      @JsonProperty("@odata.type") String kind,
      Long side,
      Circle within,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
      implements Shape {}

  public record OtherShape(
      @JsonProperty("@odata.type") String kind,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
      implements Shape {}

  /** An entity that holds some, and dictionaries. */
  public record Drawing(
      List<Shape> shapes,
      Map<String, Object> labels,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  /** Says that it has kinds, and names none. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  public interface Kindless {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@odata.type\":\"#shapes.circle\",\"radius\":3}",
        "{\"@odata.type\":\"shapes.circle\",\"radius\":3}",
        "{\"radius\":3,\"@odata.type\":\"#shapes.circle\"}",
        "{\"@OData.Type\":\"#shapes.circle\",\"radius\":3}",
        "{\"@odata.type\":\"#Shapes.CIRCLE\",\"radius\":3}",
        "{\"note\":{\"@odata.type\":[\"#shapes.square\",\"}\"]},\"radius\":3,"
            + "\"@odata.type\":\"#shapes.circle\"}"
      })
  void itsMemberSaysItWhereverItStands(String text) {
    Shape shape = Json.read(Shape.class, text);
    assertThat(shape).isInstanceOf(Circle.class);
    assertThat(shape.kind()).endsWithIgnoringCase("shapes.circle");
    assertThat(((Circle) shape).radius()).isEqualTo(3);
    assertThat(Json.read(Shape.class, Json.write(shape))).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@odata.type\":\"#shapes.hexagon\",\"side\":3,\"colours\":[1,null]}",
        "{\"side\":3}",
        "{\"@odata.type\":7,\"side\":3}",
        "{\"@odata.type\":\"\",\"side\":3}",
        "{}"
      })
  void aKindOfTheFutureIsKeptWhole(String text) {
    Shape shape = Json.read(Shape.class, text);
    assertThat(shape).isInstanceOf(OtherShape.class);
    assertThat(Json.readPlain(Json.write(shape))).isEqualTo(Json.readPlain(text));
  }

  @Test
  void eachInAListIsItsOwn() {
    String text =
        """
        {"shapes":[{"@odata.type":"#shapes.square","side":1},{"@odata.type":"#shapes.circle",
          "inner":{"@odata.type":"shapes.square","within":{"radius":2}}},{"sides":9}]}""";
    Drawing drawing = Json.read(Drawing.class, text);

    assertThat(drawing.shapes())
        .extracting(Object::getClass)
        .containsExactly(Square.class, Circle.class, OtherShape.class);
    Square inner = (Square) ((Circle) drawing.shapes().get(1)).inner();
    assertThat(inner.within().kind()).as("its place tells its kind").isNull();
    assertThat(inner.within().radius()).isEqualTo(2);
    assertThat(Json.readPlain(Json.write(drawing))).isEqualTo(Json.readPlain(text));
  }

  @Test
  void whatIsNoObjectIsKeptRaw() {
    String text = "{\"shapes\":[{\"@odata.type\":\"#shapes.square\",\"side\":1},\"round\"]}";
    Drawing drawing = Json.read(Drawing.class, text);
    assertThat(drawing.shapes()).isEmpty();
    assertThat(drawing.additionalProperties()).containsKey("shapes");
    assertThat(Json.readPlain(Json.write(drawing))).isEqualTo(Json.readPlain(text));
  }

  @Test
  void aDictionaryIsEmptyWhereItIsAbsentAndStaysAbsent() {
    Drawing full = Json.read(Drawing.class, "{\"labels\":{\"app\":\"web\",\"n\":1.50,\"x\":null}}");
    assertThat(full.labels()).containsEntry("app", "web").containsEntry("x", null).hasSize(3);
    assertThat(Json.write(full)).isEqualTo("{\"labels\":{\"app\":\"web\",\"n\":1.50,\"x\":null}}");

    Drawing none = Json.read(Drawing.class, "{\"labels\":null}");
    assertThat(none.labels()).isEmpty();
    assertThat(Json.write(none)).isEqualTo("{}");
    assertThat(Json.write(Json.read(Drawing.class, "{\"labels\":{}}")))
        .isEqualTo("{\"labels\":{}}");

    Drawing odd = Json.read(Drawing.class, "{\"labels\":[1]}");
    assertThat(odd.labels()).isEmpty();
    assertThat(Json.write(odd)).isEqualTo("{\"labels\":[1]}");
  }

  @Test
  void whatNamesNoKindsIsRefused() {
    assertThatThrownBy(() -> Json.read(Kindless.class, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no kinds");
  }
}
