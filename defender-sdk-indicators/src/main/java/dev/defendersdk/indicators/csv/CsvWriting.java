package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CSV that is being written, row by row. What the portal's form cannot hold is not lost silently:
 * see {@link #omissions}. Close it, which writes the rest. For one thread.
 *
 * <p>All methods throw {@link UncheckedIOException} if what is written to fails.
 */
public final class CsvWriting implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.0Z'").withZone(ZoneOffset.UTC);
  private static final String LINE_END = "\r\n";

  private final CsvParts parts;
  private final Instant now;
  private final List<CsvOmission> omissions = new ArrayList<>();
  private @Nullable Writer out;
  private int rows;
  private boolean closed;

  CsvWriting(CsvParts parts, Instant now) {
    this.parts = parts;
    this.now = now;
  }

  /**
   * Adds an indicator. A duration is counted from the time that the writing was begun with.
   *
   * @throws IllegalArgumentException if it is null
   */
  public void add(NewIndicator indicator) {
    add(CsvIndicator.of(indicator));
  }

  /**
   * Adds an indicator with its category and techniques.
   *
   * @throws IllegalArgumentException if it is null
   */
  public void add(CsvIndicator entry) {
    NewIndicator indicator = Check.notNull(entry, "entry").indicator();
    if (write(entry)) {
      Map<String, @Nullable String> members = new LinkedHashMap<>();
      members.put("application", indicator.application());
      members.put("externalId", indicator.externalId());
      members.put("educateUrl", indicator.educateUrl());
      members.values().removeIf(Objects::isNull);
      omit(indicator.indicatorType(), indicator.indicatorValue(), members.keySet());
    }
  }

  /**
   * Adds an indicator of a list of the tenant. A retired action is written as the one that took its
   * place. Its category is omitted: the API has a number, the form a word.
   *
   * @throws IllegalArgumentException if it is null
   */
  public void add(Indicator listed) {
    Check.notNull(listed, "listed");
    CsvIndicator entry;
    try {
      entry = ListedEntry.of(listed);
    } catch (IllegalArgumentException e) {
      omit(listed.indicatorType(), listed.indicatorValue(), null, String.valueOf(e.getMessage()));
      return;
    }
    if (write(entry)) {
      omit(listed.indicatorType(), listed.indicatorValue(), ListedEntry.lost(listed));
    }
  }

  /** How many indicators are written, each a row. */
  public int rows() {
    return rows;
  }

  /**
   * What of those added is not written, in their order: those of a type that the portal does not
   * take ({@code FileMd5}, {@code CertificateThumbprint}); those that have expired; those whose
   * device groups or techniques the form cannot name; what the API would not take either; and
   * members that the form has no column for. Empty if it holds all.
   */
  public List<CsvOmission> omissions() {
    return List.copyOf(omissions);
  }

  private boolean write(CsvIndicator entry) {
    if (closed) {
      throw new IllegalStateException("the CSV is closed: begin another one");
    }
    NewIndicator indicator = entry.indicator();
    try {
      indicator = indicator.asOf(now);
      Optional<String> unfit = unfit(entry);
      if (unfit.isPresent()) {
        throw new IllegalArgumentException(unfit.get());
      }
    } catch (IllegalArgumentException e) {
      omit(
          indicator.indicatorType(),
          indicator.indicatorValue(),
          null,
          String.valueOf(e.getMessage()));
      return false;
    }
    try {
      if (out == null || parts.isFull(rows)) {
        finish();
        out = parts.begin();
        out.write(line(CsvColumn.titles()));
      }
      out.write(line(cells(entry, indicator)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
    return true;
  }

  /** Why the form cannot hold an entry; empty if it can. */
  private static Optional<String> unfit(CsvIndicator entry) {
    NewIndicator indicator = entry.indicator();
    IndicatorType type = indicator.indicatorType();
    if (type.equals(IndicatorType.FILE_MD5) || type.equals(IndicatorType.CERTIFICATE_THUMBPRINT)) {
      return Optional.of(
          "indicatorType is " + type + ": the portal does not import it. Submit it by the API.");
    }
    if (indicator.rbacGroupNames().isEmpty() && !indicator.rbacGroupIds().isEmpty()) {
      return Optional.of(
          "rbacGroupIds is "
              + indicator.rbacGroupIds()
              + ": the form has groups by name, and without them it would hold for all devices."
              + " Pass rbacGroupNames.");
    }
    return unlistable("rbacGroupNames", indicator.rbacGroupNames())
        .or(() -> unlistable("mitreTechniques", entry.mitreTechniques()));
  }

  private static Optional<String> unlistable(String member, List<String> texts) {
    return texts.stream()
        .filter(text -> text.indexOf(',') >= 0 || !text.strip().equals(text))
        .findFirst()
        .map(
            text ->
                member
                    + " holds "
                    + Check.quote(text)
                    + ": the form separates them by commas and blanks. Submit it by the API.");
  }

  private static List<String> cells(CsvIndicator entry, NewIndicator indicator) {
    List<String> cells = new ArrayList<>();
    for (CsvColumn column : CsvColumn.values()) {
      cells.add(
          switch (column) {
            case INDICATOR_TYPE -> indicator.indicatorType().value();
            case INDICATOR_VALUE -> indicator.indicatorValue();
            case ACTION -> indicator.action().value();
            case TITLE -> indicator.title();
            case DESCRIPTION -> indicator.description();
            case EXPIRATION_TIME ->
                indicator.expirationTime() == null ? "" : TIME.format(indicator.expirationTime());
            case SEVERITY -> text(indicator.severity());
            case RECOMMENDED_ACTIONS -> text(indicator.recommendedActions());
            case RBAC_GROUPS -> String.join(",", indicator.rbacGroupNames());
            case CATEGORY -> text(entry.category());
            case MITRE_TECHNIQUES -> String.join(",", entry.mitreTechniques());
            case GENERATE_ALERT ->
                indicator.generateAlert() == null
                    ? ""
                    : indicator.generateAlert() ? "True" : "False";
          });
    }
    return cells;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvWriting::quoted).collect(Collectors.joining(",", "", LINE_END));
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
            && cell.strip().equals(cell);
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private void omit(
      @Nullable IndicatorType type, @Nullable String value, Iterable<String> members) {
    members.forEach(
        member -> omit(type, value, member, "the form has no column for it. Set it by the API."));
  }

  private void omit(
      @Nullable IndicatorType type,
      @Nullable String value,
      @Nullable String member,
      String reason) {
    omissions.add(new CsvOmission(type, value, member, reason));
  }

  private void finish() throws IOException {
    if (out != null) {
      Writer full = out;
      out = null;
      full.close();
    }
  }

  /** Writes the rest, and closes the files; a writer that was handed in stays its owner's. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (rows == 0 && out == null && parts.isOne()) {
        out = parts.begin();
        out.write(line(CsvColumn.titles()));
      }
      finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
