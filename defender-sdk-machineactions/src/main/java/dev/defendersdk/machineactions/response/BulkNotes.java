package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.ScanType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk has written down: the tenant, the wish and the machines, and then what became of
 * them. A line is words with blanks between them, each percent-encoded, so that no text breaks it.
 */
final class BulkNotes {

  private static final String VERSION = "defender-sdk-bulk";
  private static final String NONE = "-";

  private final String id;
  private final String tenantId;
  private final MachineWish wish;
  private final List<String> machineIds = new ArrayList<>();
  private final Map<String, WishNote> open = new LinkedHashMap<>();
  private final Map<String, WishResult> ended = new LinkedHashMap<>();

  private BulkNotes(String id, String tenantId, MachineWish wish) {
    this.id = id;
    this.tenantId = tenantId;
    this.wish = wish;
  }

  /**
   * @param id unique: all its wishes are known by it, and their actions found by it
   */
  static BulkNotes begin(String id, String tenantId, MachineWish wish, List<String> machineIds) {
    BulkNotes notes = new BulkNotes(id, tenantId, wish);
    notes.machineIds.addAll(machineIds);
    return notes;
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalStateException if it was not written by a bulk, or not to its begin's end
   */
  static BulkNotes read(List<String> lines) {
    BulkNotes notes = null;
    boolean begun = false;
    for (String line : lines) {
      List<String> words =
          Arrays.stream(line.split(" "))
              .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
              .toList();
      String kind = words.get(0);
      if (notes == null) {
        notes = first(words);
      } else if (kind.equals("machine")) {
        notes.machineIds.add(words.get(1));
      } else if (kind.equals("begin")) {
        begun = true;
      } else {
        notes.take(kind, words);
      }
    }
    if (notes == null || !begun) {
      throw new IllegalStateException(
          "the store holds no bulk that was begun: nothing was asked for. Begin it anew, in an empty store.");
    }
    return notes;
  }

  private static BulkNotes first(List<String> words) {
    if (!words.get(0).equals(VERSION) || words.size() != 8 || !words.get(1).equals("1")) {
      throw new IllegalStateException(
          "the store begins with "
              + Check.quote(words.get(0))
              + ": it is no bulk's, or of a later version. Pass the store of a bulk.");
    }
    return new BulkNotes(
        words.get(2),
        words.get(3),
        wish(words.get(4), unless(words.get(5)), words.get(6), unless(words.get(7))));
  }

  private void take(String kind, List<String> words) {
    String machine = words.get(1);
    switch (kind) {
      case "sending" ->
          open.put(machine, new WishNote(machine, words.get(2), Instant.parse(words.get(3)), null));
      case "action" ->
          open.put(
              machine,
              new WishNote(machine, words.get(2), Instant.parse(words.get(3)), words.get(4)));
      case "end" ->
          ended.put(
              machine,
              WishResult.kept(
                  machine,
                  wish,
                  WishOutcome.valueOf(words.get(2)),
                  unless(words.get(3)),
                  words.get(4)));
      default ->
          throw new IllegalStateException(
              "the store has a line of kind "
                  + Check.quote(kind)
                  + ": a later version wrote it. Go on with that version.");
    }
  }

  /** The lines with which it begins. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Duration within = wish.within();
    lines.add(
        line(
            VERSION,
            "1",
            id,
            tenantId,
            wish.type().value(),
            orNone(wish.form()),
            wish.comment(),
            within == null ? NONE : within.toString()));
    machineIds.forEach(id -> lines.add(line("machine", id)));
    lines.add(line("begin"));
    return lines;
  }

  static String line(WishNote note) {
    String actionId = note.actionId();
    String time = note.time().toString();
    return actionId == null
        ? line("sending", note.machineId(), note.marker(), time)
        : line("action", note.machineId(), note.marker(), time, actionId);
  }

  static String line(WishResult result) {
    return line(
        "end",
        result.machineId(),
        result.outcome().name(),
        orNone(result.actionId().orElse(null)),
        result.summary());
  }

  String id() {
    return id;
  }

  String tenantId() {
    return tenantId;
  }

  MachineWish wish() {
    return wish;
  }

  List<String> machineIds() {
    return machineIds;
  }

  /** What was last noted of a wish that has not ended; null if nothing was. */
  @Nullable WishNote open(String machineId) {
    return open.get(machineId);
  }

  /** What became of a wish; null if it has not ended. */
  @Nullable WishResult ended(String machineId) {
    return ended.get(machineId);
  }

  private static MachineWish wish(
      String type, @Nullable String form, String comment, @Nullable String within) {
    String how = form == null ? "" : form;
    MachineWish wish =
        switch (type) {
          case "Isolate" -> MachineWish.isolated(isolation(how, comment));
          case "Unisolate" -> MachineWish.released(comment);
          case "RestrictCodeExecution" -> MachineWish.restricted(comment);
          case "UnrestrictCodeExecution" -> MachineWish.unrestricted(comment);
          case "RunAntiVirusScan" ->
              MachineWish.scanned(AntiVirusScan.of(ScanType.of(how), comment));
          case "CollectInvestigationPackage" -> MachineWish.packageCollected(comment);
          case "StopAndQuarantineFile" ->
              MachineWish.quarantined(FileQuarantine.ofSha1(how, comment));
          case "LiveResponse" -> MachineWish.liveResponse(SessionText.read(comment, how));
          case "Offboard" -> MachineWish.offboarded(comment);
          default ->
              throw new IllegalStateException(
                  "the store is of a wish of type "
                      + Check.quote(type)
                      + ": a later version wrote it. Go on with that version.");
        };
    return within == null ? wish : wish.unlessWithin(Duration.parse(within));
  }

  private static Isolation isolation(String form, String comment) {
    return switch (form) {
      case "Full" -> Isolation.full(comment);
      case "Selective" -> Isolation.selective(comment);
      default -> Isolation.unmanagedDevice(comment);
    };
  }

  private static String orNone(@Nullable String word) {
    return word == null ? NONE : word;
  }

  private static @Nullable String unless(String word) {
    return word.equals(NONE) ? null : word;
  }

  private static String line(String... words) {
    StringJoiner line = new StringJoiner(" ");
    for (String word : words) {
      line.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
    }
    return line.toString();
  }
}
