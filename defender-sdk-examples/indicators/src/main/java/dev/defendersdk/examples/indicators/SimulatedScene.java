package dev.defendersdk.examples.indicators;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.csv.CsvWriting;
import dev.defendersdk.indicators.csv.IndicatorCsv;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A tenant in which a feed meets what it will meet one day: entries of a person and of Defender for
 * Cloud Apps, one of which has the place of a wish, no room for all of 15,000, and two rows that
 * are none. The feed begins with the sample, and the log with its sample.
 *
 * @param feed the feed of today, of 15,000 indicators and two broken rows
 * @param feedADayLater the same with 50 gone, 50 new and 50 changed
 * @param log what was seen
 */
record SimulatedScene(SimulatedTenant tenant, Path feed, Path feedADayLater, Path log) {

  private static final int INDICATORS = 15_000;
  private static final int OF_EACH_CHANGE = 50;
  private static final int SEEN = 5_000;
  private static final IndicatorType[] TYPES = {
    IndicatorType.FILE_SHA256,
    IndicatorType.FILE_SHA1,
    IndicatorType.IP_ADDRESS,
    IndicatorType.DOMAIN_NAME,
    IndicatorType.URL
  };

  static SimulatedScene begin(TimeSource time, Path folder) {
    SimulatedTenant tenant = SimulatedTenant.builder().time(time).seed(4711).build();
    tenant
        .indicators()
        .put(
            NewTenantIndicator.of("DomainName", "partner.example", "Allowed")
                .byPerson("admin@contoso.com"));
    tenant
        .indicators()
        .put(NewTenantIndicator.of("DomainName", "unsanctioned.example", "Block").byCloudApps());
    RandomGenerator random = time.random();
    Instant now = time.now();
    Path sample = copy("indicators.csv", folder);
    List<NewIndicator> wanted = new ArrayList<>(ThreatFeed.read(sample, now).indicators());
    int samples = wanted.size();
    while (wanted.size() < INDICATORS) {
      wanted.add(indicator(wanted.size(), random));
    }
    Path feed = write(folder.resolve("today.csv"), wanted, now);
    append(
        feed,
        """
        IpAddress,198.51.100.0/24,Block,A network,No single address
        Url,https://bad.example/x,BlockAndRemediate,A URL,An action that URLs do not have
        """);
    List<String> log = log(wanted, samples, now, random);
    Path logFile = copy("observables.tsv", folder);
    append(logFile, String.join("\n", log) + "\n");
    return new SimulatedScene(
        tenant, feed, write(folder.resolve("tomorrow.csv"), changed(wanted, random), now), logFile);
  }

  private static NewIndicator indicator(int number, RandomGenerator random) {
    IndicatorType type = TYPES[number % TYPES.length];
    boolean isFile = type.equals(IndicatorType.FILE_SHA256) || type.equals(IndicatorType.FILE_SHA1);
    IndicatorAction action =
        random.nextInt(20) == 0
            ? IndicatorAction.AUDIT
            : isFile ? IndicatorAction.BLOCK_AND_REMEDIATE : IndicatorAction.BLOCK;
    return NewIndicator.of(
            type, value(type, random), action, "Campaign " + number % 40, "Seen by NetShield.")
        .severity(number % 3 == 0 ? IndicatorSeverity.HIGH : IndicatorSeverity.MEDIUM);
  }

  private static String value(IndicatorType type, RandomGenerator random) {
    if (type.equals(IndicatorType.FILE_SHA256)) {
      return hex(random, 32);
    }
    if (type.equals(IndicatorType.FILE_SHA1)) {
      return hex(random, 20);
    }
    if (type.equals(IndicatorType.IP_ADDRESS)) {
      // Of 20.0.0.0 to 90.255.255.255, where no network is internal.
      return (20 + random.nextInt(71))
          + "."
          + random.nextInt(256)
          + "."
          + random.nextInt(256)
          + "."
          + random.nextInt(256);
    }
    String host = hex(random, 5) + ".example";
    return type.equals(IndicatorType.DOMAIN_NAME) ? host : "http://" + host + "/" + hex(random, 3);
  }

  private static String hex(RandomGenerator random, int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  private static List<NewIndicator> changed(List<NewIndicator> wanted, RandomGenerator random) {
    List<NewIndicator> changed = new ArrayList<>(wanted);
    for (int i = 0; i < OF_EACH_CHANGE; i++) {
      int at = INDICATORS / 2 + i;
      changed.set(at, changed.get(at).severity(IndicatorSeverity.LOW));
      changed.set(at + OF_EACH_CHANGE, indicator(at + OF_EACH_CHANGE, random));
    }
    return changed;
  }

  /** Mostly what no indicator is of, and now and then one that is. */
  private static List<String> log(
      List<NewIndicator> wanted, int from, Instant now, RandomGenerator random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SEEN; i++) {
      boolean isKnown = random.nextInt(25) == 0;
      NewIndicator known = wanted.get(from + random.nextInt(wanted.size() - from));
      IndicatorType type = known.indicatorType();
      String kind =
          type.equals(IndicatorType.IP_ADDRESS)
              ? "address"
              : type.equals(IndicatorType.DOMAIN_NAME)
                  ? "domain"
                  : type.equals(IndicatorType.URL) ? "url" : "hash";
      String value = isKnown ? known.indicatorValue() : value(type, random);
      lines.add(
          String.join(
              "\t", now.plusSeconds(i).toString(), i % 4 == 0 ? "Servers" : "", kind, value));
    }
    return lines;
  }

  private static Path write(Path file, List<NewIndicator> indicators, Instant now) {
    try (CsvWriting writing = IndicatorCsv.write(file, now)) {
      indicators.forEach(writing::add);
    }
    return file;
  }

  private static Path copy(String resource, Path folder) {
    try (InputStream in = SimulatedScene.class.getResourceAsStream("/" + resource)) {
      Path file = folder.resolve(resource);
      Files.copy(Objects.requireNonNull(in, resource), file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
