package iyagi.words;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The English texts of sentences, as they stand in the program's source. */
final class English {
  /** Methods that take a text with places and its parts, beside Sentence.of itself. */
  private static final Set<String> TAKERS =
      Set.of("error", "warning", "wrong", "refused", "rejected", "problem");

  private English() {}

  /** All in the files of some rooms. */
  static Set<String> in(List<String> places) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Set<String> texts = new TreeSet<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      for (String place : places) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(java(place)));
        for (CompilationUnitTree unit : task.parse()) {
          unit.accept(new Finder(texts), null);
        }
      }
    }
    return texts;
  }

  private static List<Path> java(String place) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/iyagi", place))) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final Set<String> texts;

    Finder(Set<String> texts) {
      this.texts = texts;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      String method = call.getMethodSelect().toString();
      boolean taken =
          TAKERS.contains(name(call.getMethodSelect())) && !method.startsWith("Logger.");
      if (method.equals("Sentence.of") || taken) {
        first(call.getArguments());
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
      if (made.getIdentifier().toString().equals("Unreadable")) {
        first(made.getArguments());
      }
      return super.visitNewClass(made, null);
    }

    private static String name(ExpressionTree method) {
      return switch (method) {
        case IdentifierTree plain -> plain.getName().toString();
        case MemberSelectTree member -> member.getIdentifier().toString();
        default -> "";
      };
    }

    /** The first argument that is a text, behind a place. */
    private void first(List<? extends ExpressionTree> arguments) {
      for (ExpressionTree argument : arguments) {
        if (argument instanceof ConditionalExpressionTree either
            && text(either.getTrueExpression()).isPresent()) {
          texts.add(text(either.getTrueExpression()).get());
          texts.add(text(either.getFalseExpression()).orElseThrow());
          return;
        }
        Optional<String> text = text(argument);
        if (text.isPresent()) {
          texts.add(text.get());
          return;
        }
      }
    }

    /** A literal, or literals that are added up. */
    private static Optional<String> text(ExpressionTree expression) {
      return switch (expression) {
        case LiteralTree literal when literal.getValue() instanceof String text ->
            Optional.of(text);
        case BinaryTree sum ->
            text(sum.getLeftOperand())
                .flatMap(left -> text(sum.getRightOperand()).map(left::concat));
        default -> Optional.empty();
      };
    }
  }
}
