package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.FeedState.FeedId;
import dev.defendersdk.core.argument.Check;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as text: a line for each thing, of words with blanks between them, each
 * percent-encoded. The last line is a sum over the others, so that no half of one is read.
 */
final class FeedStateText {

  private static final String FORM = "defender-sdk-feed";
  private static final String VERSION = "1";
  private static final String NONE = "-";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]+");

  private final StringBuilder text = new StringBuilder();

  private FeedStateText() {}

  /**
   * @param writer tells apart who wrote it: a save that failed may have been made all the same
   */
  static String write(FeedState state, String writer) {
    FeedStateText lines = new FeedStateText();
    lines.line(FORM, VERSION);
    lines.line("feed", state.id.tenant(), state.id.source(), state.id.name());
    lines.line("writer", writer);
    lines.line("origin", state.origin.toString());
    if (state.newest != null) {
      lines.line("newest", state.newest.toString());
    }
    lines.tier("near", state.near);
    lines.tier("far", state.far);
    state.spoilt.forEach(
        (instant, unreadable) ->
            lines.line("spoilt", instant.toString(), unreadable ? "unreadable" : "detail"));
    state.parked.forEach(
        (id, parked) ->
            lines.line(
                "parked",
                id,
                parked.lastUpdate().toString(),
                parked.parkedAt().toString(),
                parked.failure()));
    state.seen.forEach(
        (id, lastUpdate) -> {
          if (!lastUpdate.isBefore(state.far.next())) {
            lines.line("seen", id, lastUpdate.toString());
          }
        });
    lines.line("end", sum(lines.text.toString()));
    return lines.text.toString();
  }

  private void tier(String name, Tier tier) {
    line(name, tier.next().toString(), orNone(tier.readFrom()), orNone(tier.readAt()));
  }

  private void line(String... words) {
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      text.append(i == 0 ? "" : " ");
      // Most of a checkpoint is ids and times, which need no encoding.
      boolean plain = PLAIN.matcher(word).matches();
      text.append(plain ? word : URLEncoder.encode(word, StandardCharsets.UTF_8));
    }
    text.append('\n');
  }

  private static String orNone(@Nullable Instant instant) {
    return instant == null ? NONE : instant.toString();
  }

  private static String sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IllegalStateException if it is none, is damaged, was written by a later version, or is
   *     of another tenant, source or feed
   */
  static FeedState read(String text, FeedId id) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(FORM + " ")) {
      throw new IllegalStateException(
          "the store holds something under "
              + id.name()
              + " that is no checkpoint of a feed. Give the feed another name, or another store.");
    }
    if (!lines.get(0).equals(FORM + " " + VERSION)) {
      throw new IllegalStateException(
          "the checkpoint of feed "
              + id.name()
              + " begins with "
              + Check.quote(lines.get(0))
              + ": a later version wrote it. Use that one.");
    }
    int end = text.lastIndexOf("end ");
    if (end < 0 || !text.substring(end).equals("end " + sum(text.substring(0, end)) + "\n")) {
      throw damaged(id, null);
    }
    try {
      return new Reader(id).read(lines);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw damaged(id, e);
    }
  }

  /**
   * Looks only whether it is another's, however it is otherwise.
   *
   * @throws IllegalStateException if it is of another tenant, source or feed
   */
  static void refuseOther(String text, FeedId id) {
    text.lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words[0].equals("feed") && words.length == 4)
        .forEach(words -> new Reader(id).take(decoded(words)));
  }

  private static List<String> decoded(String[] words) {
    return Arrays.stream(words)
        .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
        .toList();
  }

  /** Who wrote a checkpoint; null if it does not say. */
  static @Nullable String writer(String text) {
    return text.lines()
        .filter(line -> line.startsWith("writer "))
        .map(line -> line.substring("writer ".length()))
        .findFirst()
        .orElse(null);
  }

  private static IllegalStateException damaged(FeedId id, @Nullable Exception cause) {
    return new IllegalStateException(
        "the checkpoint of feed "
            + id.name()
            + " is damaged. Put back one that is whole, or begin at an instant: FeedStart.at(…).",
        cause);
  }

  private static final class Reader {

    private final FeedId id;
    private @Nullable FeedState state;

    private Reader(FeedId id) {
      this.id = id;
    }

    private FeedState read(List<String> lines) {
      for (String line : lines.subList(1, lines.size() - 1)) {
        take(decoded(line.split(" ", -1)));
      }
      return begun();
    }

    private FeedState begun() {
      FeedState read = state;
      if (read == null) {
        throw damaged(id, null);
      }
      return read;
    }

    private void take(List<String> words) {
      switch (words.get(0)) {
        case "feed" -> check(new FeedId(words.get(1), words.get(2), words.get(3)));
        case "writer" -> {}
        case "origin" -> state = new FeedState(id, Instant.parse(words.get(1)));
        case "newest" -> begun().newest = Instant.parse(words.get(1));
        case "near" -> begun().near = tier(words);
        case "far" -> begun().far = tier(words);
        case "spoilt" ->
            begun().spoilt.put(Instant.parse(words.get(1)), words.get(2).equals("unreadable"));
        case "seen" -> begun().seen.put(words.get(1), Instant.parse(words.get(2)));
        case "parked" ->
            begun()
                .parked
                .put(
                    words.get(1),
                    new ParkedEntity(
                        words.get(1),
                        Instant.parse(words.get(2)),
                        Instant.parse(words.get(3)),
                        words.get(4)));
        default ->
            throw new IllegalStateException(
                "the checkpoint of feed "
                    + id.name()
                    + " has a line of kind "
                    + Check.quote(words.get(0))
                    + ": a later version wrote it. Use that one.");
      }
    }

    private void check(FeedId found) {
      if (!found.tenant().equalsIgnoreCase(id.tenant())) {
        throw other("tenant", found.tenant(), id.tenant());
      }
      if (!found.source().equals(id.source())) {
        throw other("list", found.source(), id.source());
      }
      if (!found.name().equals(id.name())) {
        throw other("feed", found.name(), id.name());
      }
    }

    private static IllegalStateException other(String what, String found, String wanted) {
      return new IllegalStateException(
          "the checkpoint is of "
              + what
              + " "
              + Check.quote(found)
              + ", and this feed is of "
              + what
              + " "
              + Check.quote(wanted)
              + ". Give each feed a name, or a store, of its own.");
    }

    private static Tier tier(List<String> words) {
      return new Tier(Instant.parse(words.get(1)), unless(words.get(2)), unless(words.get(3)));
    }

    private static @Nullable Instant unless(String word) {
      return word.equals(NONE) ? null : Instant.parse(word);
    }
  }
}
