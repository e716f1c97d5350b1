package org.activitysummary.evaluation.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit on a few screens is split. */
class SizesTest {

  private static final int MOST_LINES_OF_A_FILE = 250;

  private static final int MOST_LINES_OF_A_METHOD = 40;

  @Test
  void everyFileAndMethodFitsOnAFewScreens() throws IOException {
    List<String> tooLong = new ArrayList<>();

    int files =
        SourceTrees.forEach(
            "/src/", (unit, trees) -> inspect(unit, trees.getSourcePositions(), tooLong));

    assertThat(files).isGreaterThan(100);
    assertThat(tooLong).isEmpty();
  }

  private static void inspect(
      CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
    LineMap lines = unit.getLineMap();
    String name = SourceTrees.name(unit);
    long last = lines.getLineNumber(positions.getEndPosition(unit, unit));
    if (last > MOST_LINES_OF_A_FILE) {
      tooLong.add("%s has %d lines".formatted(name, last));
    }
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
          long start = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
          long end = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
          if (end - start + 1 > MOST_LINES_OF_A_METHOD) {
            tooLong.add("%s.%s has %d lines".formatted(name, method.getName(), end - start + 1));
          }
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
  }
}
