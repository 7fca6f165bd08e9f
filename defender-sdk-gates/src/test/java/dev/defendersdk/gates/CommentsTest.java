package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Public API is explained where it is declared. */
class CommentsTest {

  @Test
  void everythingPublicHasAComment() {
    for (Modules.Module module : Modules.watched()) {
      assertThat(CommentRule.uncommented(module.sources())).as("in " + module).isEmpty();
    }
  }

  @Test
  void whatIsPublicWithoutACommentIsRefused() {
    assertThat(CommentRule.uncommented(Path.of("src/test/resources/comments")))
        .containsExactly(
            "Silent.java:3: Silent is public and has no comment",
            "Silent.java:5: <init>(…) of Silent is public and has no comment",
            "Silent.java:7: method(…) of Silent is public and has no comment",
            "Silent.java:9: inherited(…) of Silent is public and has no comment",
            "Silent.java:15: withLineComment(…) of Silent is public and has no comment",
            "Silent.java:26: Nested is public and has no comment",
            "Silent.java:27: implicitlyPublic(…) of Nested is public and has no comment");
  }
}
