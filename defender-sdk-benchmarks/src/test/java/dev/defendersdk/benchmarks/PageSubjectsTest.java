package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.defendersdk.machineactions.machines.Machine;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the benchmarks compare does the same work, on the page that they say. */
class PageSubjectsTest {

  private static final long SEED = 7;
  private static final int MACHINES = 200;
  private static final Pattern TIME =
      Pattern.compile("\"lastSeen\":\"[-0-9]{10}T[:0-9]{8}(?:\\.(\\d+))?Z\"");

  private final PageSubjects subjects = new PageSubjects(SEED, MACHINES);

  @AfterEach
  void close() {
    subjects.close();
  }

  @Test
  void allReadTheSameMachines() {
    List<Machine> machines = all(subjects::jackson);

    assertThat(machines).hasSize(MACHINES).doesNotHaveDuplicates();
    assertThat(all(subjects::sdk)).isEqualTo(machines);
    assertThat(all(subjects::sdkElementsOnly)).isEqualTo(machines);
    assertThat(all(subjects::sdkGzip)).isEqualTo(machines);
    assertThat(all(subjects::list)).isEqualTo(machines);
    assertThat(subjects.sdkFirstPass()).isEqualTo(MACHINES);
  }

  @Test
  void allTokensAreRead() throws IOException {
    JsonNode page = new ObjectMapper().readTree(MachinePages.page(SEED, MACHINES));
    assertThat(subjects.tokens()).isEqualTo(tokens(page));
  }

  @Test
  void everyMemberHasAValueInEveryMachine() throws ReflectiveOperationException {
    for (Machine machine : all(subjects::sdk)) {
      assertComplete(machine);
      assertThat(machine.ipAddresses()).hasSize(2);
      for (Record address : machine.ipAddresses()) {
        assertComplete(address);
      }
      assertComplete(machine.vmMetadata());
    }
  }

  @Test
  void pagesAreTheSameForTheSameSeedAndHaveTimesOfAllForms() {
    byte[] page = MachinePages.page(SEED, MACHINES);
    assertThat(page).isEqualTo(MachinePages.page(SEED, MACHINES));
    assertThat(page).isNotEqualTo(MachinePages.page(SEED + 1, MACHINES));

    Set<Integer> digits = new TreeSet<>();
    Matcher time = TIME.matcher(new String(page, StandardCharsets.UTF_8));
    while (time.find()) {
      digits.add(time.group(1) == null ? 0 : time.group(1).length());
    }
    assertThat(digits).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  private static void assertComplete(Record entity) throws ReflectiveOperationException {
    for (RecordComponent component : entity.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(entity);
      if (component.getName().equals("additionalProperties")) {
        assertThat(value).isEqualTo(Map.of());
      } else {
        assertThat(value).as(component.getName()).isNotNull();
      }
    }
  }

  private static int tokens(JsonNode node) {
    int tokens = node.isContainerNode() ? 2 : 1;
    for (JsonNode child : node) {
      tokens += tokens(child);
    }
    return node.isObject() ? tokens + node.size() : tokens;
  }

  private static List<Machine> all(Consumer<Consumer<Machine>> subject) {
    List<Machine> machines = new ArrayList<>();
    subject.accept(machines::add);
    return machines;
  }
}
