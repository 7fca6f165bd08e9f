package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place on the earth. Page: security-geolocation.md.
 *
 * @param countryName the country
 * @param state the state or province
 * @param city the city
 * @param latitude degrees north of the equator
 * @param longitude degrees east of Greenwich
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record GeoLocation(
    @Nullable String countryName,
    @Nullable String state,
    @Nullable String city,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows countryName alone. */
  @Override
  public String toString() {
    return "GeoLocation[" + countryName + "]";
  }
}
