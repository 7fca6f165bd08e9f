package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.NewIndicator;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator, and what the portal's form knows of it beyond. Whether the API takes a category and
 * techniques is on no page, and it answers a category as a number; so {@link NewIndicator} has
 * neither, and they are kept here, for the portal alone. Immutable.
 */
public final class CsvIndicator {

  private final NewIndicator indicator;
  private final @Nullable String category;
  private final List<String> mitreTechniques;

  private CsvIndicator(
      NewIndicator indicator, @Nullable String category, List<String> mitreTechniques) {
    this.indicator = indicator;
    this.category = category;
    this.mitreTechniques = mitreTechniques;
  }

  /** An indicator without category and techniques. */
  public static CsvIndicator of(NewIndicator indicator) {
    return new CsvIndicator(Check.notNull(indicator, "indicator"), null, List.of());
  }

  /**
   * The category of its alert, as the portal lists it without blanks, such as {@code
   * CommandAndControl}. It is not checked: the list is on no page.
   */
  public CsvIndicator category(String category) {
    return new CsvIndicator(indicator, Check.notBlank(category, "category"), mitreTechniques);
  }

  /** Ids of MITRE ATT&amp;CK techniques, such as {@code T1566}. */
  public CsvIndicator mitreTechniques(Collection<String> mitreTechniques) {
    List<String> techniques = Check.noNulls(mitreTechniques, "mitreTechniques");
    techniques.forEach(technique -> Check.notBlank(technique, "mitreTechniques"));
    return new CsvIndicator(indicator, category, techniques);
  }

  /** The indicator, to submit, to import or to synchronise. */
  public NewIndicator indicator() {
    return indicator;
  }

  /** The category of its alert; null if not said. */
  public @Nullable String category() {
    return category;
  }

  /** Ids of MITRE ATT&amp;CK techniques; empty if not said. */
  public List<String> mitreTechniques() {
    return mitreTechniques;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsvIndicator that
        && that.indicator.equals(indicator)
        && Objects.equals(that.category, category)
        && that.mitreTechniques.equals(mitreTechniques);
  }

  @Override
  public int hashCode() {
    return indicator.hashCode();
  }

  /** Shows type, value and action alone. */
  @Override
  public String toString() {
    return "CsvIndicator[" + indicator + "]";
  }
}
