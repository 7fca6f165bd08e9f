package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of tested versions in docs/compatibility.md says what the poms say. */
class CompatibilityTest {

  private static final Path ROOT_POM = Modules.ROOT.resolve("pom.xml");
  private static final Path GATES_POM = Modules.ROOT.resolve("defender-sdk-gates/pom.xml");

  @Test
  void theTableOfVersionsIsThatOfThePoms() throws IOException {
    String jackson = property(ROOT_POM, "jackson.version");
    String msal = property(ROOT_POM, "msal4j.version");
    String slf4j = property(ROOT_POM, "slf4j.version");
    String release = property(ROOT_POM, "maven.compiler.release");
    assertThat(table())
        .containsExactly(
            row("JDK", release, release, newestJdk()),
            row(
                "Jackson (databind, jsr310)",
                property(GATES_POM, "jackson-lowest.version"),
                jackson,
                property(GATES_POM, "jackson-newest.version")),
            row("msal4j", msal, msal, msal),
            row("SLF4J", slf4j, slf4j, slf4j));
  }

  /** The one that the profile "tests-on-25" looks for by the version in its file "release". */
  private static String newestJdk() throws IOException {
    Matcher looksFor =
        Pattern.compile("JAVA_VERSION=\\\\\"(\\d+)").matcher(Files.readString(ROOT_POM));
    assertThat(looksFor.find()).as("the JDK that the root pom looks for").isTrue();
    return looksFor.group(1);
  }

  private static String property(Path pom, String name) {
    List<String> values = Modules.texts(pom, name);
    assertThat(values).as("%s in %s", name, pom).hasSize(1);
    return values.get(0);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> table() throws IOException {
    return Files.readAllLines(Modules.ROOT.resolve("docs/compatibility.md")).stream()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .toList();
  }
}
