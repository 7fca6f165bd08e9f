package dev.defendersdk.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is known to be whole before its first element is read, and is then read to its end. */
class PageReaderTest {

  /** An entity as the modules have them. */
  public record Item(
      String id,
      String text,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  @Test
  void elementsOfAnySizeAreReadInAnyParts() throws IOException {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      List<String> texts = new ArrayList<>();
      StringBuilder page = new StringBuilder("\n{ \"@odata.context\" : \"x\", \"value\" : [ ");
      for (int i = random.nextInt(200); i > 0; i--) {
        String text = "é".repeat(random.nextInt(10) == 0 ? random.nextInt(30_000) : 3);
        page.append(texts.isEmpty() ? "" : " , ").append(" ".repeat(random.nextInt(40)));
        page.append("{\"id\":\"").append(texts.size()).append("\", \"text\":\"");
        page.append(text).append("\"}");
        texts.add(text);
      }
      page.append(" ], \"more\":{}}  ");
      byte[] bytes = bytes(page.toString());

      PageOutline outline = PageOutline.of(new InParts(bytes, random));
      assertThat(outline.elements()).as("seed %d", seed).isEqualTo(texts.size());
      List<Item> items = items(new InParts(bytes, random), outline);
      assertThat(items).as("seed %d", seed).extracting(Item::text).isEqualTo(texts);
      assertThat(items).extracting(Item::id).isEqualTo(numbers(texts.size()));
    }
  }

  @Test
  void aPageThatIsCutAnywhereHasNoOutline() throws IOException {
    byte[] page =
        bytes(
            "{\"value\":[{\"id\":\"é\",\"n\":[1.5e3,true,null]},{\"id\":\"\\u00e9\"}],"
                + "\"@odata.nextLink\":\"https://x/\\\"y\"}");
    assertThat(PageOutline.of(new ByteArrayInputStream(page)).elements()).isEqualTo(2);
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);
      assertThatThrownBy(() -> PageOutline.of(new ByteArrayInputStream(cut)))
          .as("cut to %d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void everyDamagedPageIsRefusedOrReadToItsEnd() throws IOException {
    long seed = new SplittableRandom().nextLong();
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    byte[] page =
        bytes(
            "{\"@odata.context\":\"c\",\"value\":[{\"id\":\"é\",\"text\":\"b\",\"n\":[1.5e3,true]},"
                + "{\"ID\":7,\"text\":null},null,{\"id\":\"\\u00e9\\n\"}],\"@odata.nextLink\":\"x\"}");
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] damaged = random.damaged(page);
      PageOutline outline;
      try {
        outline = PageOutline.of(new ByteArrayInputStream(damaged));
      } catch (IOException refused) {
        continue;
      }
      read++;
      assertThat(items(new ByteArrayInputStream(damaged), outline).size())
          .as("seed %d: %s", seed, new String(damaged, StandardCharsets.UTF_8))
          .isLessThanOrEqualTo(outline.elements());
    }
    assertThat(read).as("seed %d", seed).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@odata.nextLink\":\"https://x/\\u0061?b=\\\"\",\"value\":[]}",
        "{\"value\":[],\"@odata.nextLink\":\"https:\\/\\/x\\/a?b=\\\"\"}",
        "{\"v\\u0061lue\":[],\"@odata\\u002enextLink\" : \"https://x/a?b=\\\"\"}"
      })
  void theNextLinkIsReadWhereverItStands(String page) throws IOException {
    PageOutline outline = PageOutline.of(new ByteArrayInputStream(bytes(page)));
    assertThat(outline.nextLink()).isEqualTo("https://x/a?b=\"");
    assertThat(outline.elements()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"value\":{}}", "{\"value\":[]} 1", "{\"value\":[],}"})
  void whatIsNoPageIsRefused(String text) {
    assertThatThrownBy(() -> PageOutline.of(new ByteArrayInputStream(bytes(text))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the JSON");
  }

  @Test
  void elementsThatAreNoObjectsAreToldAndLeftOut() throws IOException {
    byte[] page = bytes("{\"value\":[null,{\"id\":\"a\"},[{}],7,{\"id\":\"b\"},\"c\"]}");
    PageOutline outline = PageOutline.of(new ByteArrayInputStream(page));
    List<String> misfits = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try (PageReader<Item> reader =
        new PageReader<>(
            new ByteArrayInputStream(page),
            outline,
            Item.class,
            (type, member) -> misfits.add(member))) {
      for (Item item = reader.next(); item != null; item = reader.next()) {
        ids.add(item.id());
      }
    }
    assertThat(outline.elements()).isEqualTo(6);
    assertThat(ids).containsExactly("a", "b");
    assertThat(misfits).containsExactly("value", "value", "value", "value");
  }

  private static List<Item> items(InputStream page, PageOutline outline) throws IOException {
    List<Item> items = new ArrayList<>();
    try (PageReader<Item> reader = new PageReader<>(page, outline, Item.class, Misfits.IGNORED)) {
      for (Item item = reader.next(); item != null; item = reader.next()) {
        items.add(item);
      }
    }
    return items;
  }

  private static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(String.valueOf(i));
    }
    return numbers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
