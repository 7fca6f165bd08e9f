package dev.defendersdk.testsupport.facts;

import static dev.defendersdk.testsupport.facts.JsonTrees.meaning;
import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.Json;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Operation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever object comes as an entity, reading it and writing it again says the same, by the rules
 * of {@link JsonTrees}: members unknown, null, of another kind or in another case, values of enums
 * from the future, times with any fraction of a second. 2,000 objects of each entity by default,
 * 200,000 with {@code -Psoak}.
 */
public abstract class RoundTripChecks {

  private static final long FIRST_SEED = 20_261_124L;
  private static final int OBJECTS = Boolean.getBoolean("soak") ? 200_000 : 2_000;

  private final List<Class<?>> entities;

  /**
   * The entities of a module.
   *
   * @param holders the classes with the descriptors of operations: what these return is tried
   */
  protected RoundTripChecks(Class<?>... holders) {
    this.entities =
        Stream.of(holders)
            .flatMap(holder -> OperationChecks.all(holder).stream())
            .map(Operation::answer)
            .filter(
                answer -> answer.form() == Answer.Form.ENTITY || answer.form() == Answer.Form.LIST)
            .<Class<?>>map(Answer::type)
            .distinct()
            .toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingIsLost() {
    assertThat(entities).isNotEmpty();
    return entities.stream()
        .map(type -> dynamicTest(type.getSimpleName(), () -> nothingIsLost(type)));
  }

  private static void nothingIsLost(Class<?> type) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + OBJECTS; seed++) {
      String json = new RandomEntity(new SplittableRandom(seed)).of(type);
      Object entity = Json.read(type, json);
      String written = Json.write(entity);
      Object again = Json.read(type, written);
      same(seed, json, meaning(parse(written), type), meaning(parse(json), type));
      same(seed, json, Json.write(again), written);
      same(seed, json, Json.read(type, written), again);
    }
  }

  // Described only when it fails, which saves most of the time.
  private static void same(long seed, String json, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      assertThat(actual).as("seed " + seed + ": " + json).isEqualTo(expected);
    }
  }
}
