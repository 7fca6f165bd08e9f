package dev.defendersdk.gates;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every public type, method and constructor has a comment. The compiler's own check of comments
 * would also ask for a {@code @param} and a {@code @return} each time, where names often say it
 * all; that comments are well formed is left to it.
 */
final class CommentRule {

  /** What has no comment below a folder of sources, each as "file:line: name". */
  static List<String> uncommented(Path sources) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .filter(file -> !sources.relativize(file).toString().matches(".*\\binternal\\b.*"))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      List<String> found = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(DocTrees.instance(task), unit, found).scan(unit, null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final List<String> found;

    Scanner(DocTrees trees, CompilationUnitTree unit, List<String> found) {
      this.trees = trees;
      this.unit = unit;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers(), getCurrentPath().getParentPath())) {
        return null; // and nothing in it is
      }
      require(type.getSimpleName().toString());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean inherits =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
      if (isPublic(method.getModifiers(), getCurrentPath().getParentPath())
          && !inherits
          && !isRecordsOwnConstructor(method)) {
        require(method.getName() + "(…) of " + typeAround().getSimpleName());
      }
      return null; // types within a method are nobody else's
    }

    private void require(String name) {
      if (trees.getDocComment(getCurrentPath()) == null) {
        long position =
            trees.getSourcePositions().getStartPosition(unit, getCurrentPath().getLeaf());
        found.add(
            "%s:%d: %s is public and has no comment"
                .formatted(
                    Path.of(unit.getSourceFile().toUri()).getFileName(),
                    unit.getLineMap().getLineNumber(position),
                    name));
      }
    }

    /** What an interface holds is public without saying so. */
    private static boolean isPublic(ModifiersTree modifiers, TreePath around) {
      Set<Modifier> flags = modifiers.getFlags();
      boolean inInterface =
          around.getLeaf() instanceof ClassTree type
              && (type.getKind() == Tree.Kind.INTERFACE
                  || type.getKind() == Tree.Kind.ANNOTATION_TYPE);
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    /** The canonical constructor is the record's heading once more, whose comment stands there. */
    private boolean isRecordsOwnConstructor(MethodTree method) {
      ClassTree type = typeAround();
      return type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
    }

    private ClassTree typeAround() {
      return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }
  }

  private CommentRule() {}
}
