package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public method of this module answers a wrong argument before any call, with an {@link
 * IllegalArgumentException} that names the value, the rule and the fix. A null in the place of each
 * argument is added to the table, and a method that is not in it fails.
 */
class WrongArgumentsTest {

  private static final Instant NOW = Tenants.NOW;
  private static final Duration LONG = Duration.ofDays(40_000);

  /** On what a method is called, with right arguments, and wrong ones by their place. */
  private record Row(Object receiver, List<Object> right, List<Map.Entry<Integer, Object>> wrong) {
    Row wrong(int place, Object... values) {
      for (Object value : values) {
        wrong.add(Map.entry(place, value));
      }
      return this;
    }
  }

  private final SimulatedTenant tenant = Tenants.tenant(VirtualTime.startingAt(NOW));
  private final DefenderClient defender = Tenants.client(tenant);
  private final Map<String, Row> rows = new LinkedHashMap<>();

  @AfterEach
  void close() {
    defender.close();
  }

  private Row row(String method, Object receiver, Object... right) {
    Row row = new Row(receiver, List.of(right), new ArrayList<>());
    assertThat(rows.put(method, row)).isNull();
    return row;
  }

  private Map<String, Row> table() throws Exception {
    HuntingClient hunting = new HuntingClient(defender);
    CallOptions options = CallOptions.defaults();
    HuntingQuery query = HuntingQuery.of("T | where A == {a}");
    HuntingQuery sliced = HuntingQuery.of("T | where A > {from} and A < {to}");
    HuntingQuery spanned = query.with("a", 1).timespan(HuntingTimespan.since(NOW));
    HuntingQuery right = query.with("a", 1);
    TimeSlices slices = TimeSlices.between(NOW.minusSeconds(1), NOW);
    row("new HuntingClient(DefenderClient)", null, defender);
    row("HuntingClient.run(HuntingQuery)", hunting, right).wrong(0, query);
    row("HuntingClient.run(HuntingQuery,CallOptions)", hunting, right, options).wrong(0, query);
    row("HuntingClient.runOnDefender(HuntingQuery)", hunting, right).wrong(0, query, spanned);
    row("HuntingClient.runOnDefender(HuntingQuery,CallOptions)", hunting, right, options)
        .wrong(0, query, spanned, right.workspaceId("0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e"));
    row("HuntingClient.runSliced(HuntingQuery,TimeSlices)", hunting, sliced, slices)
        .wrong(0, query, sliced.with("from", NOW), sliced.timespan(HuntingTimespan.since(NOW)));
    row(
            "HuntingClient.runSliced(HuntingQuery,TimeSlices,CallOptions)",
            hunting,
            sliced,
            slices,
            options)
        .wrong(0, right, HuntingQuery.of("T | where A > {from} and A < {to} and A != {b}"));
    row("HuntingQuery.of(String)", null, "T").wrong(0, "", " ");
    row("HuntingQuery.with(String,Object)", query, "a", 1)
        .wrong(0, "", "b")
        .wrong(
            1, new Object(), Double.NaN, List.of(), List.of(1.5), "\ud83d", Duration.ofNanos(-1));
    row("HuntingQuery.timespan(HuntingTimespan)", query, HuntingTimespan.since(NOW));
    row("HuntingQuery.workspaceId(String)", query, "0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e")
        .wrong(0, "", "main");
    row("HuntingTimespan.last(Duration)", null, Duration.ofDays(1)).wrong(0, Duration.ZERO, LONG);
    row("HuntingTimespan.since(Instant)", null, NOW);
    row("HuntingTimespan.between(Instant,Instant)", null, NOW.minusSeconds(1), NOW).wrong(0, NOW);
    row("HuntingTimespan.from(Instant,Duration)", null, NOW, Duration.ofDays(1))
        .wrong(1, Duration.ZERO);
    row("HuntingTimespan.until(Instant,Duration)", null, NOW, Duration.ofDays(1))
        .wrong(1, Duration.ZERO);
    row("TimeSlices.between(Instant,Instant)", null, NOW.minusSeconds(1), NOW).wrong(0, NOW);
    row("TimeSlices.each(Duration)", slices, Duration.ofDays(1))
        .wrong(0, Duration.ZERO, Duration.ofNanos(1), LONG);
    row("TimeSlices.least(Duration)", slices, Duration.ofDays(1))
        .wrong(0, Duration.ZERO, Duration.ofNanos(1), LONG);
    Exception error = ErrorReport.of(ErrorKind.SERVER).toException();
    row("HuntingLimit.of(DefenderException)", null, error);
    row("HuntingLimit.waitAfter(DefenderException)", HuntingLimit.CPU, error);
    row("ColumnType.of(String)", null, "DateTime").wrong(0, "");
    row("new HuntingColumn(String,ColumnType)", null, "A", ColumnType.STRING).wrong(0, "");
    try (StubService service =
            new StubService(
                200,
                "{\"schema\":[{\"name\":\"A\",\"type\":\"Object\"}],\"results\":[{\"A\":{}}]}");
        DefenderClient stubbed = service.client()) {
      HuntingResult result = new HuntingClient(stubbed).run(right);
      Function<HuntingRow, String> function = HuntingRow::toString;
      row("HuntingResult.map(Function)", result, function);
      for (String accessor : List.of("text", "number", "decimal", "truth", "instant")) {
        row("HuntingRow." + accessor + "(String)", result.iterator().next(), "A")
            .wrong(0, "", "B", "A");
      }
      row("HuntingRow.value(String)", result.iterator().next(), "A").wrong(0, "", "B");
      row("HuntingRow.dynamic(String)", result.iterator().next(), "A").wrong(0, "", "B");
    }
    return rows;
  }

  private static Map<String, Executable> publicMethods() {
    Map<String, Executable> all = new TreeMap<>();
    Stream.of(
            HuntingClient.class,
            HuntingQuery.class,
            HuntingTimespan.class,
            TimeSlices.class,
            SlicedResults.class,
            HuntingResult.class,
            HuntingRow.class,
            HuntingColumn.class,
            ColumnType.class,
            HuntingLimit.class,
            HuntingOperations.class)
        .flatMap(
            type ->
                Stream.concat(
                    Arrays.stream(type.getDeclaredMethods()),
                    Arrays.stream(type.getDeclaredConstructors())))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> !Set.of("equals", "valueOf").contains(method.getName()))
        .forEach(method -> all.put(name(method), method));
    return all;
  }

  private static String name(Executable method) {
    String owner = method.getDeclaringClass().getSimpleName();
    return (method instanceof Method ? owner + "." + method.getName() : "new " + owner)
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  @Test
  void everyPublicMethodIsInTheTable() throws Exception {
    assertThat(new TreeSet<>(table().keySet())).isEqualTo(publicMethods().keySet());
  }

  @TestFactory
  Stream<DynamicTest> aWrongArgumentIsNamedWithTheRuleAndTheFix() throws Exception {
    Map<String, Executable> methods = publicMethods();
    List<DynamicTest> tests = new ArrayList<>();
    table()
        .forEach(
            (name, row) -> {
              for (int place = 0; place < row.right().size(); place++) {
                tests.add(refusal(methods.get(name), name, row, place, null));
              }
              row.wrong()
                  .forEach(
                      wrong ->
                          tests.add(
                              refusal(
                                  methods.get(name), name, row, wrong.getKey(), wrong.getValue())));
            });
    return tests.stream();
  }

  private DynamicTest refusal(Executable method, String name, Row row, int place, Object value) {
    return dynamicTest(
        name + ", argument " + place + ": " + value,
        () -> {
          Object[] arguments = row.right().toArray();
          arguments[place] = value;
          Throwable thrown = catchThrowable(() -> call(method, row.receiver(), arguments));
          assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
          assertThat(thrown.getMessage())
              .as("the value: the rule. The fix.")
              .matches("(?s)[A-Za-z][\\w\\[\\]]* .+: .+\\. [A-Z][^.]* .+\\.");
          assertThat(tenant.journal().entries()).as("requests").isEmpty();
        });
  }

  private static void call(Executable method, Object receiver, Object[] arguments)
      throws Throwable {
    try {
      if (method instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) method).invoke(receiver, arguments);
      }
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
