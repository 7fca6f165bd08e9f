package dev.defendersdk.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links as members of entities. */
class LinksInEntitiesTest {

  /** An entity as the modules have them. */
  public record Files(
      List<SignedLink> exportFiles,
      @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  @Test
  void areReadAndWrittenWhole() {
    String json = "{\"exportFiles\":[\"https://s.example/f?sig=a%2Bb\"]}";
    Files files = Json.read(Files.class, json);
    assertThat(files.exportFiles()).hasToString("[SignedLink[s.example]]");
    assertThat(Json.write(files)).isEqualTo(json);
  }

  @Test
  void whatIsNoLinkIsKeptRaw() {
    Files files = Json.read(Files.class, "{\"exportFiles\":[\"nowhere\"]}");
    assertThat(files.exportFiles()).isEmpty();
    assertThat(files.additionalProperties()).containsEntry("exportFiles", List.of("nowhere"));
  }
}
