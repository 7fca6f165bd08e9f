package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import java.nio.file.Path;

/**
 * The library of live response: scripts to run on machines and files to put there. A cheap view of
 * a client: make one where it is needed. Immutable and thread-safe.
 *
 * <p>Permission: {@code Library.Manage}. Quota: 100 calls a minute and 1,500 an hour for each
 * operation. All methods throw {@link dev.defendersdk.core.error.DefenderException} if the call
 * fails, and {@link IllegalArgumentException} for wrong arguments, before any call.
 */
public final class LibraryFilesClient {

  private final DefenderClient defender;

  /** A view of the library of this client's tenant. */
  public LibraryFilesClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /** All files of the library. Page: list-library-files.md. */
  public Paged<LibraryFile> list() {
    return list(CallOptions.defaults());
  }

  /** All files of the library, with options. Page: list-library-files.md. */
  public Paged<LibraryFile> list(CallOptions options) {
    return defender.list(Call.of(LibraryFileOperations.LIST), options);
  }

  /**
   * Uploads a file of this machine, under its own name. Page: upload-library.md.
   *
   * @throws IllegalArgumentException as {@link LibraryUpload#of(Path)} does
   */
  public LibraryFile upload(Path file) {
    return upload(LibraryUpload.of(file));
  }

  /**
   * Uploads a file. Page: upload-library.md. If the answer is lost, {@link #list()} tells what
   * became of it.
   *
   * @throws dev.defendersdk.core.error.BadRequestException presumably, if there is a file of this
   *     name and the upload does not replace it: the page does not say
   */
  public LibraryFile upload(LibraryUpload upload) {
    return upload(upload, CallOptions.defaults());
  }

  /** Uploads a file, with options. Page: upload-library.md. */
  public LibraryFile upload(LibraryUpload upload, CallOptions options) {
    return defender.execute(
        Call.of(LibraryFileOperations.UPLOAD).multipart(Check.notNull(upload, "upload").body()),
        options);
  }

  /**
   * Deletes a file. Page: delete-library.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none of this name
   */
  public void delete(String fileName) {
    delete(fileName, CallOptions.defaults());
  }

  /** Deletes a file, with options. Page: delete-library.md. */
  public void delete(String fileName, CallOptions options) {
    defender.execute(
        Call.of(LibraryFileOperations.DELETE)
            .path("fileName", LibraryNames.checked(fileName, "fileName")),
        options);
  }

  @Override
  public String toString() {
    return "LibraryFilesClient[" + defender + "]";
  }
}
