package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.match.PlainMatcher.Address;
import dev.defendersdk.indicators.match.PlainMatcher.Digest;
import dev.defendersdk.indicators.match.PlainMatcher.Domain;
import dev.defendersdk.indicators.match.PlainMatcher.Known;
import dev.defendersdk.indicators.match.PlainMatcher.Subject;
import dev.defendersdk.indicators.match.PlainMatcher.Url;
import dev.defendersdk.indicators.match.PlainMatcher.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random lists and observables of a small world, so that they meet often. */
final class Scenes {

  private static final Instant START = Instant.parse("2026-11-26T00:00:00Z");
  private static final List<String> GROUPS = List.of("Servers", "Laptops", "Kiosks");
  // As a domain has them; the last is bücher.
  private static final List<String> LABELS = List.of("a", "b", "x-1", "a_b", "xn--bcher-kva");
  private static final List<String> TOPS = List.of("com", "example");
  // As a path has them; the last three need escapes.
  private static final List<String> STEPS = List.of("x", "X", "y.exe", "x y", "é", "50%");
  private static final List<String> QUERY = List.of("q=1", "q=2", "r=/s");
  private static final List<IndicatorAction> ACTIONS =
      List.of(
          IndicatorAction.ALLOWED,
          IndicatorAction.AUDIT,
          IndicatorAction.WARN,
          IndicatorAction.BLOCK,
          IndicatorAction.BLOCK_AND_REMEDIATE,
          IndicatorAction.ALERT,
          IndicatorAction.ALERT_AND_BLOCK,
          IndicatorAction.of("Sandbox"));

  private final Random random;

  Scenes(Random random) {
    this.random = random;
  }

  List<Known> list() {
    List<Known> list = new ArrayList<>();
    for (int i = random.nextInt(60); i >= 0; i--) {
      list.add(known(String.valueOf(list.size())));
    }
    return list;
  }

  private Known known(String id) {
    Subject subject =
        switch (random.nextInt(5)) {
          case 0, 1 -> digest(random.nextInt(4));
          case 2 -> address();
          case 3 -> domain();
          default -> url();
        };
    List<String> names = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (int group = 0; group < GROUPS.size(); group++) {
      if (random.nextInt(4) == 0) {
        names.add(GROUPS.get(group));
      }
      if (random.nextInt(6) == 0) {
        ids.add(group);
      }
    }
    Map<String, Object> members = new HashMap<>();
    members.put("id", id);
    members.put("indicatorType", type(subject).value());
    members.put("indicatorValue", new Spelling(random).ofIndicator(subject));
    members.put("action", pick(ACTIONS).value());
    members.put("rbacGroupNames", random.nextBoolean() ? List.of() : names);
    members.put("rbacGroupIds", random.nextBoolean() ? List.of() : ids);
    if (random.nextBoolean()) {
      members.put("expirationTime", instant().toString());
    }
    return new Known(Listed.indicator(members), subject);
  }

  private static IndicatorType type(Subject subject) {
    if (subject instanceof Digest digest) {
      if (digest.certificate()) {
        return IndicatorType.CERTIFICATE_THUMBPRINT;
      }
      return switch (digest.hex().length()) {
        case 64 -> IndicatorType.FILE_SHA256;
        case 40 -> IndicatorType.FILE_SHA1;
        default -> IndicatorType.FILE_MD5;
      };
    }
    if (subject instanceof Address) {
      return IndicatorType.IP_ADDRESS;
    }
    return subject instanceof Domain ? IndicatorType.DOMAIN_NAME : IndicatorType.URL;
  }

  Where where() {
    int group = random.nextInt(GROUPS.size() + 1);
    boolean known = group < GROUPS.size();
    return new Where(
        instant(),
        known && random.nextInt(4) > 0 ? GROUPS.get(group) : null,
        known && random.nextInt(3) > 0 ? group : null,
        random.nextBoolean());
  }

  MatchContext context(Where where) {
    MatchContext context = MatchContext.at(where.at());
    if (where.groupName() != null) {
      context = context.groupName(new Spelling(random).anyCase(where.groupName()));
    }
    if (where.groupId() != null) {
      context = context.groupId(where.groupId());
    }
    return where.edge() ? context.inEdge() : context;
  }

  private Instant instant() {
    return START.plusSeconds(random.nextInt(4));
  }

  /** What is known of one of a few files. */
  List<Digest> file() {
    int file = random.nextInt(4);
    List<Digest> seen = new ArrayList<>();
    for (int kind = 0; kind < 5; kind++) {
      if (random.nextInt(3) > 0) {
        seen.add(digest(file, kind));
      }
    }
    return seen;
  }

  private Digest digest(int file) {
    return digest(file, random.nextInt(5));
  }

  /** Those of two files begin alike, as those of a table's one place do. */
  private static Digest digest(int file, int kind) {
    int length = List.of(64, 40, 32, 64, 40).get(kind);
    String begin = "%08x".formatted(0xABCDEF00 + file / 2 + 16 * kind).repeat(8);
    String end = "%08x".formatted(0x1234567A + file);
    return new Digest(kind > 2, begin.substring(0, length - 8) + end);
  }

  Address address() {
    List<Byte> bytes = new ArrayList<>();
    int length = random.nextBoolean() ? 4 : 16;
    for (int i = 0; i < length; i++) {
      bytes.add(
          (byte) (i == 0 ? 0x20 : i == length - 1 ? random.nextInt(3) : i % 3 == 1 ? 219 : 0));
    }
    return new Address(bytes);
  }

  Domain domain() {
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      labels.add(pick(LABELS));
    }
    labels.add(pick(TOPS));
    return new Domain(labels);
  }

  Url url() {
    List<String> steps = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      steps.add(pick(STEPS));
    }
    List<String> query = new ArrayList<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(3) : 0; i > 0; i--) {
      query.add(pick(QUERY));
    }
    return new Url(
        pick(List.of("http", "http", "https", "https", "", "", "ftp")),
        random.nextInt(3) == 0 ? address() : domain(),
        pick(List.of(-1, -1, -1, 21, 80, 443, 443, 8080)),
        steps,
        query);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
