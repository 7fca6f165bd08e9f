package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations on files, domains and addresses. */
public final class ObservableOperations {

  private static final Permissions FILES = Permissions.anyOf("File.Read.All");

  /** Gets a file. */
  public static final Operation<FileInformation> GET_FILE =
      Operation.get("files.get", "/api/files/{hash}")
          .permissions(FILES)
          .page("get-file-information.md")
          .returns(FileInformation.class);

  /** Gets the statistics of a file. */
  public static final Operation<FileStatistics> GET_FILE_STATISTICS =
      Operation.get("files.getStatistics", "/api/files/{hash}/stats")
          .permissions(FILES)
          .page("get-file-statistics.md")
          .returns(FileStatistics.class);

  /** Lists the files of an alert. */
  public static final Operation<List<FileInformation>> LIST_FILES_OF_ALERT =
      Operation.get("alerts.listFiles", "/api/alerts/{id}/files")
          .permissions(FILES)
          .page("get-alert-related-files-info.md")
          // What an alert without files answers is not said: a 404 may be that.
          .emptyWhenNotFound()
          .returnsListOf(FileInformation.class);

  /** Gets the statistics of a domain. */
  public static final Operation<DomainStatistics> GET_DOMAIN_STATISTICS =
      Operation.get("domains.getStatistics", "/api/domains/{domain}/stats")
          // The page prints URL.Read.All; tokens hold it so.
          .permissions(Permissions.anyOf("Url.Read.All"))
          .page("get-domain-statistics.md")
          .returns(DomainStatistics.class);

  /** Gets the statistics of an IP address. */
  public static final Operation<IpStatistics> GET_IP_STATISTICS =
      Operation.get("ips.getStatistics", "/api/ips/{ip}/stats")
          .permissions(Permissions.anyOf("Ip.Read.All"))
          .page("get-ip-statistics.md")
          .returns(IpStatistics.class);

  private ObservableOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(
        GET_FILE,
        GET_FILE_STATISTICS,
        LIST_FILES_OF_ALERT,
        GET_DOMAIN_STATISTICS,
        GET_IP_STATISTICS);
  }
}
