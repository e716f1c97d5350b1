package org.activitysummary.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Whoever reads the documentation finds every type, and every public method of a public type. */
class CommentsTest {

  @Test
  void everyTypeAndPublicMethodSaysWhatItIs() throws IOException {
    List<String> silent = new ArrayList<>();

    int files =
        SourceTrees.forEach(
            "/src/main/", (unit, trees) -> new Inspection(unit, trees, silent).scan(unit, null));

    assertThat(files).isGreaterThan(100);
    assertThat(silent).isEmpty();
  }

  private static final class Inspection extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<String> silent;

    private Inspection(CompilationUnitTree unit, DocTrees trees, List<String> silent) {
      this.unit = unit;
      this.trees = trees;
      this.silent = silent;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      boolean top = getCurrentPath().getParentPath().getLeaf() == unit;
      if (top || isPublic(type.getModifiers())) {
        requireComment(type.getSimpleName().toString());
      }
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      if (parent instanceof ClassTree type
          && isPublic(type.getModifiers())
          && isPublic(method.getModifiers())
          && !overrides(method)) {
        requireComment(type.getSimpleName() + "." + method.getName());
      }
      return super.visitMethod(method, nothing);
    }

    private void requireComment(String name) {
      if (trees.getDocComment(getCurrentPath()) == null) {
        silent.add("%s (%s)".formatted(name, SourceTrees.name(unit)));
      }
    }

    private static boolean isPublic(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC);
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
  }
}
