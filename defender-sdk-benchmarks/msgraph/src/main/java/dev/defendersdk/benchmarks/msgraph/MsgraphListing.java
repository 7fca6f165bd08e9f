package dev.defendersdk.benchmarks.msgraph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.security.Alert;
import com.microsoft.graph.models.security.AlertCollectionResponse;
import com.microsoft.graph.models.security.AlertEvidence;
import com.microsoft.graph.models.security.DeviceEvidence;
import com.microsoft.graph.models.security.FileDetails;
import com.microsoft.graph.models.security.FileEvidence;
import com.microsoft.graph.models.security.IpEvidence;
import com.microsoft.graph.models.security.ProcessEvidence;
import com.microsoft.graph.models.security.RegistryKeyEvidence;
import com.microsoft.graph.models.security.RegistryValueEvidence;
import com.microsoft.graph.models.security.UrlEvidence;
import com.microsoft.graph.models.security.UserAccount;
import com.microsoft.graph.models.security.UserEvidence;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.serialization.ValuedEnum;
import dev.defendersdk.benchmarks.Checksum;
import dev.defendersdk.benchmarks.Listing;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Lists alerts by {@code microsoft-graph}, as its own page iterator does. */
public final class MsgraphListing {

  private static @Nullable GraphServiceClient client;

  private MsgraphListing() {}

  /** Runs as {@link Listing#measure} says. */
  public static void main(String[] arguments) throws Exception {
    Listing.measure(MsgraphListing::list, arguments);
  }

  private static void list(String root, int pageSize, long most, Checksum checksum)
      throws ReflectiveOperationException {
    if (client == null) {
      client =
          new GraphServiceClient(
              new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root + "/v1.0"));
    }
    AlertCollectionResponse first =
        client.security().alertsV2().get(request -> request.queryParameters.top = pageSize);
    long[] read = {0};
    new PageIterator.Builder<Alert, AlertCollectionResponse>()
        .client(client)
        .collectionPage(first)
        .collectionPageFactory(AlertCollectionResponse::createFromDiscriminatorValue)
        .processPageItemCallback(
            alert -> {
              read(alert, checksum);
              return ++read[0] < most;
            })
        .build()
        .iterate();
  }

  private static void read(Alert alert, Checksum checksum) {
    checksum
        .add(alert.getId())
        .add(alert.getTitle())
        .add(text(alert.getSeverity()))
        .add(text(alert.getStatus()))
        .add(alert.getIncidentId())
        .add(instant(alert.getCreatedDateTime()))
        .add(instant(alert.getLastUpdateDateTime()));
    for (AlertEvidence evidence : alert.getEvidence()) {
      checksum.add(instant(evidence.getCreatedDateTime())).add(text(evidence.getVerdict()));
      read(evidence, checksum);
    }
  }

  private static void read(AlertEvidence evidence, Checksum checksum) {
    if (evidence instanceof DeviceEvidence device) {
      checksum.add(device.getMdeDeviceId()).add(device.getDeviceDnsName());
    } else if (evidence instanceof FileEvidence file) {
      read(file.getFileDetails(), checksum);
    } else if (evidence instanceof ProcessEvidence process) {
      checksum.add(process.getProcessId()).add(process.getProcessCommandLine());
      read(process.getImageFile(), checksum);
    } else if (evidence instanceof UserEvidence user) {
      UserAccount account = user.getUserAccount();
      checksum.add(account.getAccountName()).add(account.getUserSid());
    } else if (evidence instanceof IpEvidence ip) {
      checksum.add(ip.getIpAddress());
    } else if (evidence instanceof UrlEvidence url) {
      checksum.add(url.getUrl());
    } else if (evidence instanceof RegistryKeyEvidence key) {
      checksum.add(key.getRegistryHive()).add(key.getRegistryKey());
    } else if (evidence instanceof RegistryValueEvidence value) {
      checksum.add(value.getRegistryKey()).add(value.getRegistryValue());
    } else {
      throw new IllegalStateException("no kind that the server sends: " + evidence.getClass());
    }
  }

  private static void read(FileDetails file, Checksum checksum) {
    checksum.add(file.getSha256()).add(file.getFileName()).add(file.getFilePath());
  }

  private static @Nullable String text(@Nullable ValuedEnum value) {
    return value == null ? null : value.getValue();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
