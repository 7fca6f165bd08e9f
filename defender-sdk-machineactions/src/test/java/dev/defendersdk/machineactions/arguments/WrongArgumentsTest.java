package dev.defendersdk.machineactions.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.SharedLimits;
import dev.defendersdk.machineactions.arguments.Cases.Row;
import dev.defendersdk.machineactions.arguments.Cases.Wrong;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
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
 * Every public method of core and of this module answers a wrong argument before any call, with an
 * {@link IllegalArgumentException} that names the value, the rule and the fix. The table is {@link
 * CoreCases}, {@link MachineCases}, {@link InvestigationCases} and {@link ResponseCases}; a null in
 * the place of every argument that must not be null is added to it, and a method that is neither in
 * the table nor left out for a reason fails.
 */
class WrongArgumentsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(VirtualTime.startingAt(NOW)).machines(3).build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();

  private Cases table() {
    Cases cases = new Cases();
    CoreCases.fill(cases, defender);
    TransferCases.fill(cases, defender);
    LiveResponseCases.fill(cases, defender);
    MachineCases.fill(cases, defender, NOW);
    InvestigationCases.fill(cases, defender);
    ResponseCases.fill(cases, defender);
    return cases;
  }

  @Test
  void everyPublicMethodIsInTheTableOrLeftOutForAReason() {
    Cases cases = table();
    Set<String> spokenOf = new TreeSet<>(cases.rows().keySet());
    spokenOf.addAll(cases.reasons().keySet());
    assertThat(spokenOf).isEqualTo(PublicMethods.all().keySet());
    assertThat(cases.rows().keySet()).doesNotContainAnyElementsOf(cases.reasons().keySet());
  }

  @TestFactory
  Stream<DynamicContainer> aWrongArgumentIsNamedWithTheRuleAndTheFix() {
    Map<String, Executable> methods = PublicMethods.all();
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

  // "machineIds has 501 elements: one call takes from 1 to 500. Split it into several calls."
  private static void saysWhatIsWrong(Throwable thrown) {
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

  /** What is missing, rather than wrong, is found when the client is built. */
  @Test
  void aClientIsNotBuiltWithoutItsParts() {
    assertThatThrownBy(() -> DefenderClient.builder().partner("Contoso", "NetShield", "1").build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentsTest::saysWhatIsWrong)
        .hasMessageStartingWith("credential is missing");
    assertThatThrownBy(() -> tenant.connect(DefenderClient.builder()).build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentsTest::saysWhatIsWrong)
        .hasMessageStartingWith("partner is missing");
    assertThatThrownBy(
            () ->
                tenant
                    .connect(DefenderClient.builder())
                    .partner("Contoso", "NetShield", "1")
                    .limits(SharedLimits.create())
                    .build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentsTest::saysWhatIsWrong)
        .hasMessageContaining("TimeSource[system]");
    assertThat(tenant.journal().entries()).isEmpty();
  }

  /** An application's credential has no users: known before any call. */
  @Test
  void anApplicationActsForNoUser() {
    assertThatThrownBy(() -> defender.forUser("ada@contoso.example"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Use Credentials.tokenSupplier");
    assertThat(tenant.journal().entries()).isEmpty();
  }
}
