package dev.defendersdk.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner lets pass is read, and to the same values as Jackson reads. */
class ScannerTest {

  private static final int DOCUMENTS = 20_000;

  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Test
  void wellFormedDocumentsAreReadAsJacksonReadsThem() throws IOException {
    long seed = new SplittableRandom().nextLong();
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] document = random.document();
      assertThat(wide(read(document))).as(label(seed, document)).isEqualTo(jackson(document));
    }
  }

  @Test
  void whatPassesOfDamagedDocumentsIsReadAsJacksonReadsIt() {
    long seed = new SplittableRandom().nextLong();
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    int passed = 0;
    for (int i = 0; i < 10 * DOCUMENTS; i++) {
      byte[] document = random.damaged(random.document());
      Object value;
      try {
        value = read(document);
      } catch (IOException refused) {
        assertThat(String.valueOf(refused.getMessage())).startsWith("the JSON");
        continue;
      }
      passed++;
      if (value != null) {
        try {
          assertThat(wide(value)).as(label(seed, document)).isEqualTo(jackson(document));
        } catch (IOException e) {
          // Half a surrogate pair, escaped, Jackson takes in values but not in names.
          assertThat(e).as(label(seed, document)).hasMessageContaining("surrogate");
        }
      }
    }
    assertThat(passed).as("seed %d", seed).isBetween(DOCUMENTS / 10, 9 * DOCUMENTS);
  }

  @Test
  void nothingThatJacksonReadsIsRefused() {
    long seed = new SplittableRandom().nextLong();
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    for (int i = 0; i < 5 * DOCUMENTS; i++) {
      byte[] document = random.damaged(random.document());
      try {
        jackson(document);
      } catch (IOException | NumberFormatException refused) {
        continue;
      }
      try {
        read(document);
      } catch (IOException e) {
        boolean deliberate =
            String.valueOf(e.getMessage()).matches(".*(UTF-8|exponent).*") || isUtf16(document);
        assertThat(deliberate).as(label(seed, document)).isTrue();
      }
    }
  }

  @Test
  void itMakesNoDifferenceInWhichPartsADocumentComes() throws IOException {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom cuts = new SplittableRandom(seed);
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] document = i % 2 == 0 ? random.document() : random.damaged(random.document());
      assertThat(passes(new InParts(document, cuts)))
          .as(label(seed, document))
          .isEqualTo(passes(new ByteArrayInputStream(document)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+1",
        "NaN",
        "Infinity",
        "0x1",
        "1e1234567890",
        "tru",
        "nullx",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\u0001\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1]",
        "[1}",
        "1 2",
        "// x\n1",
        "[",
        "{"
      })
  void whatIsMalformedIsRefused(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c080",
        "c1bf",
        "c3",
        "e0809f",
        "e282",
        "eda080",
        "f08080bf",
        "f4908080",
        "f5808080",
        "ff",
        "c328",
        "e28228",
        "f09f9828"
      })
  void whatIsNoUtf8IsRefused(String hex) {
    byte[] bytes = HexFormat.of().parseHex("22" + hex + "22");
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
  }

  @Test
  void everyCharacterIsRead() throws IOException {
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 251) {
      if ((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == '"' || c == '\\') {
        continue;
      }
      String text = "x" + Character.toString(c) + "y";
      assertThat(read(('"' + text + '"').getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(read("\uFEFF [7]".getBytes(StandardCharsets.UTF_8)).toString()).isEqualTo("[7]");
  }

  @Test
  void whatWouldEndangerTheReaderIsRefused() throws IOException {
    assertThat(read(nested(1_000))).isNotNull();
    assertThatThrownBy(() -> read(nested(1_001))).hasMessageContaining("nested");
    assertThat(read("1".repeat(1_000).getBytes(StandardCharsets.UTF_8))).isNotNull();
    assertThatThrownBy(() -> read("1".repeat(1_001).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("number");
  }

  private static byte[] nested(int depth) {
    return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
  }

  private static Object read(byte[] document) throws IOException {
    return JsonCodec.readPlain(new ByteArrayInputStream(document));
  }

  private static Object jackson(byte[] document) throws IOException {
    return JACKSON.readValue(document, Object.class);
  }

  private static boolean passes(InputStream document) {
    try {
      Scanner scanner = new Scanner(document);
      scanner.value(scanner.nextNonBlank());
      return scanner.nextNonBlank() < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Jackson guesses an encoding from zeros at the beginning. */
  private static boolean isUtf16(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1).lastIndexOf('\0', 3) >= 0;
  }

  /** With whole numbers of one type, as Jackson gives them. */
  private static Object wide(Object value) {
    if (value instanceof Long number) {
      return BigInteger.valueOf(number);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ScannerTest::wide).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> members) {
      Map<Object, Object> wide = new LinkedHashMap<>();
      members.forEach((name, member) -> wide.put(name, wide(member)));
      return wide;
    }
    return value;
  }

  private static String label(long seed, byte[] document) {
    return "seed " + seed + ": " + new String(document, StandardCharsets.UTF_8);
  }
}
