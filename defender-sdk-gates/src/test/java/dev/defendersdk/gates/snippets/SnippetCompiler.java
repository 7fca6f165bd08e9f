package dev.defendersdk.gates.snippets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles snippets, each in a class of its own that extends {@link Frame}. */
public final class SnippetCompiler {

  private final List<Source> sources = new ArrayList<>();
  private final String imports;

  /**
   * A compiler.
   *
   * @param packages what a reader is taken to have imported
   */
  public SnippetCompiler(List<String> packages) {
    StringBuilder text = new StringBuilder("package snippet; ");
    packages.forEach(name -> text.append("import ").append(name).append(".*; "));
    // In one line, so that the snippet's lines can be counted.
    imports = text + "import static org.assertj.core.api.Assertions.*; ";
  }

  /** Adds a snippet; returns the name of its class, which has a public method run(). */
  public String add(Snippet snippet) {
    return snippet.isMembers()
        ? add(snippet, "", "public void run() {}")
        : add(snippet, "public void run() throws Exception {", "}");
  }

  /** Adds a snippet between other lines. */
  public String add(Snippet snippet, String before, String after) {
    String name = "Snippet" + sources.size();
    String code =
        imports
            + "public class "
            + name
            + " extends "
            + Frame.class.getName()
            + " { public "
            + name
            + "("
            + "dev.defendersdk.testkit.SimulatedTenant tenant) { super(tenant); } "
            + before
            + "\n"
            + String.join("\n", snippet.filledIn())
            + "\n"
            + after
            + "}\n";
    sources.add(new Source(name, snippet, code));
    return "snippet." + name;
  }

  /** Compiles all; says what is wrong, by file and line of the document. */
  public List<String> compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler.getTask(null, files, found, options, null, sources).call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(SnippetCompiler::finding)
        .toList();
  }

  private static String finding(Diagnostic<? extends JavaFileObject> error) {
    String text = error.getMessage(Locale.ENGLISH);
    if (!(error.getSource() instanceof Source source)) {
      return text;
    }
    // The first line is the frame's.
    long line = source.snippet.line() + error.getLineNumber() - 2;
    return source.snippet.file() + ":" + line + ": " + text;
  }

  /** A snippet in its class. */
  private static final class Source extends SimpleJavaFileObject {

    private final Snippet snippet;
    private final String code;

    Source(String name, Snippet snippet, String code) {
      super(URI.create("string:///snippet/" + name + ".java"), Kind.SOURCE);
      this.snippet = snippet;
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
