package dev.defendersdk.testkit.internal.exports;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Json;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.storage.StorageBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The information-gathering export, which is the file form of antivirus health too: compressed
 * files with an object a line. Pages: device-health-export-antivirus-health-report-api.md and
 * get-assessment-information-gathering.md, of whose two ranges of {@code sasValidHours} this takes
 * the smaller. What {@code DeviceGatheredInfo} holds is invented: no page gives its schema.
 */
public final class ExportsRoom implements Room {

  private static final int IN_ONE_FILE = 1_000;

  private final MachineBook machines;
  private final StorageBook storage;

  public ExportsRoom(MachineBook machines, StorageBook storage) {
    this.machines = machines;
    this.storage = storage;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of("exports.informationGatheringFiles", this::export);
  }

  private Answer export(Call call) {
    Duration life = Duration.ofHours(hours(call.query().get("sasValidHours")));
    List<Machine> all = machines.all();
    List<String> links = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IN_ONE_FILE) {
      String name = "export-" + call.ids().guid() + ".json.gz";
      List<Machine> some = all.subList(from, Math.min(from + IN_ONE_FILE, all.size()));
      storage.put(name, file(some), "application/gzip");
      links.add(storage.link(name, life, call.origin(), call.now()));
    }
    return Answer.of(
        call.operation().success(),
        Map.of(
            "@odata.context",
            Links.context(call, "microsoft.windowsDefenderATP.api.ExportFilesResponse"),
            "exportFiles",
            links,
            "generatedTime",
            Timestamps.toTicks(call.now())));
  }

  private static long hours(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    if (!text.matches("[1-6]")) {
      throw ApiError.invalidInput("sasValidHours must be from 1 to 6");
    }
    return Long.parseLong(text);
  }

  private static byte[] file(List<Machine> machines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (Machine machine : machines) {
        Map<String, Object> line =
            Map.of(
                "DeviceId",
                machine.id(),
                "DeviceName",
                machine.name(),
                "DeviceGatheredInfo",
                Map.of("AvMode", "0", "AvIsSignatureUptoDate", "True"));
        out.write(Json.bytes(json -> Json.write(json, line)));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
