package dev.defendersdk.indicators.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.indicators.observables.DomainsClient;
import dev.defendersdk.indicators.observables.FilesClient;
import dev.defendersdk.indicators.observables.IpAddressesClient;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.util.function.UnaryOperator;

/** Wrong arguments of the calls on files, domains and addresses. */
final class ObservableCases {

  private static final CallOptions OPTIONS = CallOptions.defaults();
  private static final String SHA1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";

  private ObservableCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new FilesClient(DefenderClient)", null, defender);
    cases.row("new DomainsClient(DefenderClient)", null, defender);
    cases.row("new IpAddressesClient(DefenderClient)", null, defender);
    FilesClient files = new FilesClient(defender);
    hash(cases.row("FilesClient.get(String)", files, SHA1));
    hash(cases.row("FilesClient.get(String,CallOptions)", files, SHA1, OPTIONS));
    alert(cases.row("FilesClient.ofAlert(String)", files, "a1"));
    alert(cases.row("FilesClient.ofAlert(String,CallOptions)", files, "a1", OPTIONS));
    statistics(cases, "FilesClient", files, SHA1, ObservableCases::hash);
    statistics(
        cases,
        "DomainsClient",
        new DomainsClient(defender),
        "www.contoso.example",
        ObservableCases::domain);
    statistics(
        cases,
        "IpAddressesClient",
        new IpAddressesClient(defender),
        "198.51.100.7",
        ObservableCases::address);
  }

  private static void statistics(
      Cases cases, String type, Object client, String key, UnaryOperator<Row> wrong) {
    String name = type + ".statistics(String";
    Row plain = wrong.apply(cases.row(name + ")", client, key));
    Row withOptions = wrong.apply(cases.row(name + ",CallOptions)", client, key, OPTIONS));
    assertThat(plain.wrong()).hasSameSizeAs(withOptions.wrong());
    hours(wrong.apply(cases.row(name + ",int)", client, key, 48)));
    hours(wrong.apply(cases.row(name + ",int,CallOptions)", client, key, 48, OPTIONS)));
  }

  private static Row hours(Row row) {
    return row.wrong(1, 0).wrong(1, -1).wrong(1, 721);
  }

  private static Row hash(Row row) {
    return row.blank(0).wrong(0, "ab".repeat(16)).wrong(0, "xy".repeat(20));
  }

  private static Row alert(Row row) {
    return row.blank(0).wrong(0, "a/b").wrong(0, "a b");
  }

  private static Row domain(Row row) {
    return row.blank(0).wrong(0, "https://www.contoso.example").wrong(0, "a b").wrong(0, "a..b");
  }

  private static Row address(Row row) {
    return row.blank(0).wrong(0, "198.51.100.256").wrong(0, "198.51.100.0/24").wrong(0, "till-07");
  }
}
