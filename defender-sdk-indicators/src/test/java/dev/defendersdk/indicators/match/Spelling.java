package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.match.PlainMatcher.Address;
import dev.defendersdk.indicators.match.PlainMatcher.Digest;
import dev.defendersdk.indicators.match.PlainMatcher.Domain;
import dev.defendersdk.indicators.match.PlainMatcher.Subject;
import dev.defendersdk.indicators.match.PlainMatcher.Url;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** One of the many ways to write a value, as lists and logs have them. */
final class Spelling {

  private final Random random;

  Spelling(Random random) {
    this.random = random;
  }

  /** As somebody gave it to the service. */
  String ofIndicator(Subject subject) {
    if (subject instanceof Digest digest) {
      return anyCase(digest.hex());
    }
    if (subject instanceof Address address) {
      return address(address);
    }
    if (subject instanceof Domain domain) {
      return name(domain);
    }
    Url url = (Url) subject;
    return scheme(url) + host(url.host()) + port(url) + path(url);
  }

  /** As a log has it. */
  String seen(Subject subject) {
    String text =
        subject instanceof Url url
            ? scheme(url)
                + user(url)
                + host(url.host())
                + dot(url.host())
                + port(url)
                + path(url)
                + fragment()
            : ofIndicator(subject);
    if (subject instanceof Domain && random.nextInt(4) == 0) {
      text += random.nextBoolean() ? "." : ":25";
    }
    if (subject instanceof Digest && random.nextInt(6) == 0) {
      text = padded(text, random.nextBoolean() ? 40 : 64);
    }
    if (subject instanceof Address && random.nextInt(4) == 0) {
      boolean v6 = text.indexOf(':') >= 0;
      text = v6 && random.nextBoolean() ? text + "%eth0" : bracketed(text) + ":53";
    }
    return random.nextInt(8) == 0 ? " " + text + "\t" : text;
  }

  /** As a column of fixed width has it. */
  private String padded(String text, int width) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return random.nextBoolean() ? text + blanks : blanks + text;
  }

  private static String bracketed(String address) {
    return address.indexOf(':') >= 0 ? "[" + address + "]" : address;
  }

  private String user(Url url) {
    return url.scheme().isEmpty() || random.nextInt(5) > 0 ? "" : "contoso.com:a%20b@";
  }

  private String dot(Subject host) {
    return host instanceof Domain && random.nextInt(6) == 0 ? "." : "";
  }

  private String fragment() {
    return random.nextInt(5) == 0 ? "#/x?y@z" : "";
  }

  private String scheme(Url url) {
    return url.scheme().isEmpty() ? "" : anyCase(url.scheme()) + "://";
  }

  private String port(Url url) {
    return url.port() >= 0 ? ":" + url.port() : "";
  }

  private String path(Url url) {
    if (!url.hasPath()) {
      return random.nextBoolean() ? "" : "/";
    }
    StringBuilder path = new StringBuilder();
    for (String step : url.steps()) {
      if (random.nextInt(10) == 0) {
        path.append(random.nextBoolean() ? "/." : "/z/..");
      }
      path.append('/').append(escaped(step));
    }
    if (url.query().isEmpty()) {
      return path + (random.nextInt(4) == 0 ? "/" : "");
    }
    if (url.steps().isEmpty() && random.nextBoolean()) {
      path.append('/');
    }
    return path + "?" + String.join("&", url.query());
  }

  private String escaped(String step) {
    StringBuilder text = new StringBuilder();
    for (byte b : step.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b != '%';
      if (!plain || random.nextInt(12) == 0) {
        String hex = "%%%02X".formatted(b);
        text.append(random.nextBoolean() ? hex : hex.toLowerCase(Locale.ROOT));
      } else {
        text.append((char) b);
      }
    }
    return text.toString();
  }

  private String host(Subject host) {
    return host instanceof Address address ? bracketed(address(address)) : name((Domain) host);
  }

  private String name(Domain domain) {
    String name = String.join(".", domain.labels());
    return anyCase(random.nextInt(3) == 0 ? IDN.toUnicode(name) : name);
  }

  private String address(Address address) {
    List<Byte> bytes = address.bytes();
    if (bytes.size() == 4) {
      String dotted = dotted(bytes);
      return random.nextInt(4) == 0 ? "::FFFF:" + dotted : dotted;
    }
    List<String> groups = new ArrayList<>();
    boolean zeros = random.nextBoolean();
    for (int i = 0; i < 16; i += 2) {
      int group = ((bytes.get(i) & 255) << 8) | (bytes.get(i + 1) & 255);
      groups.add((zeros ? "%04x" : "%x").formatted(group));
    }
    String last = "";
    if (random.nextInt(5) == 0) {
      last = ":" + dotted(bytes.subList(12, 16));
      groups = groups.subList(0, 6);
    }
    return anyCase(shortened(groups) + last);
  }

  // The first run of zeros gone, or nothing.
  private String shortened(List<String> groups) {
    int from = 0;
    while (from < groups.size() && Integer.parseInt(groups.get(from), 16) != 0) {
      from++;
    }
    int to = from;
    while (to < groups.size() && Integer.parseInt(groups.get(to), 16) == 0) {
      to++;
    }
    if (from == to || to == groups.size() || random.nextInt(3) == 0) {
      return String.join(":", groups);
    }
    return String.join(":", groups.subList(0, from))
        + "::"
        + String.join(":", groups.subList(to, groups.size()));
  }

  private static String dotted(List<Byte> bytes) {
    StringJoiner text = new StringJoiner(".");
    bytes.forEach(b -> text.add(String.valueOf(b & 255)));
    return text.toString();
  }

  String anyCase(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> {
        StringBuilder mixed = new StringBuilder();
        text.chars()
            .forEach(
                c -> mixed.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
        yield mixed.toString();
      }
      default -> text;
    };
  }
}
