package dev.defendersdk.machineactions.response;

import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a live response session as one text, for the notes of a bulk: {@code
 * PutFile?FileName=tool.exe;RunScript?ScriptName=triage.ps1&Args=-Quick}.
 */
final class SessionText {

  private SessionText() {}

  /**
   * @param commands as {@link LiveResponseRequest#commands} has them
   */
  static String of(List<Map<String, Object>> commands) {
    StringJoiner text = new StringJoiner(";");
    for (Map<String, Object> command : commands) {
      StringJoiner params = new StringJoiner("&");
      if (command.get("params") instanceof List<?> pairs) {
        for (Object pair : pairs) {
          Map<?, ?> param = (Map<?, ?>) pair;
          params.add(encoded(param.get("key")) + "=" + encoded(param.get("value")));
        }
      }
      text.add(command.get("type") + "?" + params);
    }
    return text.toString();
  }

  static LiveResponseRequest read(String comment, String text) {
    LiveResponseRequest request = LiveResponseRequest.because(comment);
    for (String command : text.split(";", -1)) {
      int mark = command.indexOf('?');
      Map<String, String> params = params(command.substring(mark + 1));
      request = with(request, command.substring(0, mark), params);
    }
    return request;
  }

  private static LiveResponseRequest with(
      LiveResponseRequest request, String type, Map<String, String> params) {
    return switch (type) {
      case "PutFile" -> request.putFile(needed(params, "FileName"));
      case "RunScript" ->
          params.containsKey("Args")
              ? request.runScript(needed(params, "ScriptName"), needed(params, "Args"))
              : request.runScript(needed(params, "ScriptName"));
      case "GetFile" -> request.getFile(needed(params, "Path"));
      default ->
          throw new IllegalStateException(
              "the store has a command of type "
                  + type
                  + ": a later version wrote it. Go on with that version.");
    };
  }

  private static String needed(Map<String, String> params, String key) {
    String value = params.get(key);
    if (value == null) {
      throw new IllegalStateException("the store has a command without " + key + ".");
    }
    return value;
  }

  private static Map<String, String> params(String text) {
    Map<String, String> params = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equal = pair.indexOf('=');
      params.put(decoded(pair.substring(0, equal)), decoded(pair.substring(equal + 1)));
    }
    return params;
  }

  private static String encoded(@Nullable Object text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
