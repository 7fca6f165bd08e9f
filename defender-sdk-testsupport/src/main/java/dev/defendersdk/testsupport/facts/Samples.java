package dev.defendersdk.testsupport.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.ErrorKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a module has for each of the service's samples, or why it has nothing. */
public final class Samples {

  private Samples() {}

  /**
   * What is known of the samples of one area, by the name of the file.
   *
   * @param answers read into entities
   * @param requests sent by the SDK
   * @param errors read into exceptions
   * @param others given, as texts, to a check of their own
   * @param leftOut with the reason
   */
  public record Area(
      Map<String, Reads<?>> answers,
      Map<String, Sends> requests,
      Map<String, ErrorKind> errors,
      Map<String, Consumer<String>> others,
      Map<String, String> leftOut) {

    Set<String> files() {
      Set<String> files = new TreeSet<>();
      Stream.of(answers, requests, errors, others, leftOut)
          .flatMap(part -> part.keySet().stream())
          .forEach(
              file -> {
                if (!files.add(file)) {
                  throw new AssertionError(file + " is spoken of twice");
                }
              });
      return files;
    }
  }

  /**
   * An answer and the call that receives it.
   *
   * @param call makes the call for a sample's URL
   * @param sendsTheSamplesUrl false where the sample has none, or one that is not to be sent
   */
  public record Reads<T>(
      Class<T> type,
      boolean isList,
      BiFunction<DefenderClient, URI, List<T>> call,
      boolean sendsTheSamplesUrl) {

    /** The same answer, received by a call of the sample's own URL. */
    public Reads<T> asked(BiFunction<DefenderClient, URI, List<T>> call) {
      return new Reads<>(type, isList, call, true);
    }
  }

  /** A request that the SDK sends, given the sample's values. */
  public record Sends(
      Operation<?> operation, int status, String answer, BiConsumer<DefenderClient, Given> call) {}

  /** A sample's body and URL. */
  public record Given(JsonNode body, URI uri) {

    /** A member that is a text. */
    public String text(String member) {
      return body.get(member).textValue();
    }

    /** A member that is a list of texts. */
    public List<String> texts(String member) {
      List<String> texts = new ArrayList<>();
      body.get(member).forEach(text -> texts.add(text.textValue()));
      return texts;
    }

    /** The id in the path: {@code /api/machines/{id}/…}. */
    public String id() {
      return uri.getPath().split("/")[3];
    }
  }
}
