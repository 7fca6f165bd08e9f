package dev.defendersdk.testsupport.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import dev.defendersdk.testsupport.arguments.Cases.Wrong;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public method of a module answers a wrong argument before any call, with an {@link
 * IllegalArgumentException} that names the value, the rule and the fix. The methods are found by
 * reflection. A null in the place of every argument that must not be null is added to the module's
 * table, and a method that is neither in the table nor left out for a reason fails.
 */
public abstract class WrongArgumentChecks {

  private final SimulatedTenant tenant;
  private final List<Class<?>> modules;

  /**
   * The checks of some modules.
   *
   * @param tenant to which no call must come
   * @param modules a type of each module
   */
  protected WrongArgumentChecks(SimulatedTenant tenant, Class<?>... modules) {
    this.tenant = tenant;
    this.modules = List.of(modules);
  }

  /** The tenant to which no call must come. */
  protected final SimulatedTenant tenant() {
    return tenant;
  }

  /** Fills the module's table. */
  protected abstract void fill(Cases cases) throws Exception;

  private Cases table() throws Exception {
    Cases cases = new Cases();
    fill(cases);
    PublicMethods.of(modules).forEach((name, method) -> ofEveryModule(cases, name, method));
    return cases;
  }

  // What is alike in all modules need not be said by each.
  private static void ofEveryModule(Cases cases, String name, Executable method) {
    Class<?> type = method.getDeclaringClass();
    if (OpenEnum.class.isAssignableFrom(type)
        && method.getName().equals("of")
        && !cases.rows().containsKey(name)) {
      cases.row(name, null, "FromTheFuture").blank(0);
    }
    if (method instanceof Constructor
        && type.isRecord()
        && Stream.of(type.getRecordComponents())
            .anyMatch(component -> component.getName().equals("additionalProperties"))) {
      cases.none(
          "an entity: handed out by calls and by Json.read, its constructor is no promise", name);
    }
  }

  @Test
  void everyPublicMethodIsInTheTableOrLeftOutForAReason() throws Exception {
    Cases cases = table();
    Set<String> spokenOf = new TreeSet<>(cases.rows().keySet());
    spokenOf.addAll(cases.reasons().keySet());
    assertThat(spokenOf).isEqualTo(PublicMethods.of(modules).keySet());
    assertThat(cases.rows().keySet()).doesNotContainAnyElementsOf(cases.reasons().keySet());
  }

  @TestFactory
  Stream<DynamicContainer> aWrongArgumentIsNamedWithTheRuleAndTheFix() throws Exception {
    Map<String, Executable> methods = PublicMethods.of(modules);
    return table().rows().entrySet().stream()
        .map(
            entry ->
                dynamicContainer(
                    entry.getKey(),
                    wrongs(methods.get(entry.getKey()), entry.getValue()).stream()
                        .map(
                            wrong ->
                                dynamicTest(
                                    wrong.toString(),
                                    () ->
                                        isRefused(
                                            methods.get(entry.getKey()),
                                            entry.getValue(),
                                            wrong)))));
  }

  private static List<Wrong> wrongs(Executable method, Row row) {
    List<Wrong> all = new ArrayList<>();
    PublicMethods.neverNull(method).forEach(place -> all.add(new Wrong(place, null, "null")));
    all.addAll(row.wrong());
    assertThat(all).as("a row without a wrong argument belongs to the reasons").isNotEmpty();
    return all;
  }

  private void isRefused(Executable method, Row row, Wrong wrong) {
    Object[] arguments = row.right().clone();
    arguments[wrong.place()] = wrong.value();
    Throwable thrown = catchThrowable(() -> call(method, row.receiver(), arguments));

    assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
    saysWhatIsWrong(thrown);
    assertThat(thrown).hasMessageContaining(wrong.shown());
    assertThat(tenant.journal().entries()).as("requests").isEmpty();
  }

  /**
   * A message such as {@code machineIds has 501 elements: one call takes from 1 to 500. Split it
   * into several calls.}
   */
  protected static final void saysWhatIsWrong(Throwable thrown) {
    assertThat(thrown.getMessage())
        .as("the value: the rule. The fix.")
        .matches("(?s)[A-Za-z][\\w\\[\\]]* .+: .+\\. [A-Z][^.]* .+\\.");
  }

  private static void call(Executable method, Object receiver, Object[] arguments)
      throws Throwable {
    try {
      Object result =
          method instanceof Constructor<?> constructor
              ? constructor.newInstance(arguments)
              : ((Method) method).invoke(receiver, arguments);
      // What can only be judged as a whole is refused when it is built.
      if (result instanceof DefenderCloud.Builder builder) {
        builder.build();
      }
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
