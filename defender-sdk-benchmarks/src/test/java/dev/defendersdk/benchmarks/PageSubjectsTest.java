package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmarks compare does the same work, on the page that they say. */
@ParameterizedClass
@ValueSource(strings = {"machines", "alerts"})
class PageSubjectsTest {

  private static final long SEED = 7;
  private static final int ELEMENTS = 200;
  // Of a comment: the table of alerts.md has it in place of createdTime, and no sample does.
  private static final String NEVER_SENT = "createTime";

  private static final Pattern TIME =
      Pattern.compile("\"last(?:Seen|UpdateTime)\":\"[-0-9]{10}T[:0-9]{8}(?:\\.(\\d+))?Z\"");

  private final Listed<?> listed;
  private final PageSubjects<?> subjects;

  PageSubjectsTest(String name) {
    listed = Listed.named(name);
    subjects = new PageSubjects<>(listed, SEED, ELEMENTS);
  }

  @AfterEach
  void close() {
    subjects.close();
  }

  @Test
  void allReadTheSameElements() {
    List<Object> elements = all(subjects::jackson);

    assertThat(elements).hasSize(ELEMENTS).doesNotHaveDuplicates();
    assertThat(elements).hasOnlyElementsOfType(listed.type());
    assertThat(all(subjects::sdk)).isEqualTo(elements);
    assertThat(all(subjects::sdkElementsOnly)).isEqualTo(elements);
    assertThat(all(subjects::sdkGzip)).isEqualTo(elements);
    assertThat(all(subjects::list)).isEqualTo(elements);
    assertThat(subjects.sdkFirstPass()).isEqualTo(ELEMENTS);
  }

  @Test
  void allTokensAreRead() throws IOException {
    JsonNode page = new ObjectMapper().readTree(listed.pages().page(SEED, ELEMENTS));
    assertThat(subjects.tokens()).isEqualTo(tokens(page));
  }

  /** What an element holds may have members for one kind and members for another. */
  @Test
  void everyMemberHasAValueInEveryElementAndInSomeOfItsParts() throws Exception {
    Map<Class<?>, Set<String>> filled = new HashMap<>();
    for (Object element : all(subjects::sdk)) {
      Map<Class<?>, Set<String>> here = new HashMap<>();
      collectFilled(element, here);
      assertThat(here.get(listed.type())).isEqualTo(members(listed.type()));
      here.forEach((type, names) -> filled.merge(type, names, PageSubjectsTest::union));
    }
    assertThat(filled).hasSizeGreaterThan(1);
    for (Map.Entry<Class<?>, Set<String>> type : filled.entrySet()) {
      assertThat(type.getValue()).as(type.getKey().getName()).isEqualTo(members(type.getKey()));
    }
  }

  @Test
  void pagesAreTheSameForTheSameSeedAndHaveTimesOfAllForms() {
    byte[] page = listed.pages().page(SEED, ELEMENTS);
    assertThat(page).isEqualTo(listed.pages().page(SEED, ELEMENTS));
    assertThat(page).isNotEqualTo(listed.pages().page(SEED + 1, ELEMENTS));

    Set<Integer> digits = new TreeSet<>();
    Matcher time = TIME.matcher(new String(page, StandardCharsets.UTF_8));
    while (time.find()) {
      digits.add(time.group(1) == null ? 0 : time.group(1).length());
    }
    assertThat(digits).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  private static void collectFilled(Object value, Map<Class<?>, Set<String>> filled)
      throws ReflectiveOperationException {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        collectFilled(element, filled);
      }
    }
    if (!value.getClass().isRecord()) {
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object member = component.getAccessor().invoke(value);
      if (component.getName().equals("additionalProperties")) {
        assertThat(member).as("what is unknown of %s", value.getClass()).isEqualTo(Map.of());
      } else if (member != null) {
        filled.computeIfAbsent(value.getClass(), type -> new TreeSet<>()).add(component.getName());
        collectFilled(member, filled);
      }
    }
  }

  private static Set<String> members(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
    }
    names.removeAll(List.of("additionalProperties", NEVER_SENT));
    return names;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static int tokens(JsonNode node) {
    int tokens = node.isContainerNode() ? 2 : 1;
    for (JsonNode child : node) {
      tokens += tokens(child);
    }
    return node.isObject() ? tokens + node.size() : tokens;
  }

  private static List<Object> all(Consumer<Consumer<Object>> subject) {
    List<Object> elements = new ArrayList<>();
    subject.accept(elements::add);
    return elements;
  }
}
