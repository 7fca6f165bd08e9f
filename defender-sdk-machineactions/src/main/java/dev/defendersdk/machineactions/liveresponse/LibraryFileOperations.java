package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations of the library of live response: all that the SDK knows of them, as data. */
public final class LibraryFileOperations {

  private static final Permissions MANAGE = Permissions.anyOf("Library.Manage");

  /** Lists the files of the library. */
  public static final Operation<List<LibraryFile>> LIST =
      Operation.get("libraryFiles.list", "/api/libraryfiles")
          .permissions(MANAGE)
          .page("list-library-files.md")
          .returnsListOf(LibraryFile.class);

  /** Uploads a file to the library. */
  public static final Operation<LibraryFile> UPLOAD =
      Operation.post("libraryFiles.upload", "/api/libraryfiles")
          .permissions(MANAGE)
          .page("upload-library.md")
          .returns(LibraryFile.class);

  /** Deletes a file of the library. */
  public static final Operation<Void> DELETE =
      Operation.delete("libraryFiles.delete", "/api/libraryfiles/{fileName}")
          .permissions(MANAGE)
          .page("delete-library.md")
          .returnsNothing();

  private LibraryFileOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST, UPLOAD, DELETE);
  }
}
