package iyagi.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatTest {
  @Test
  void everySourceFileIsInGoogleJavaFormat() throws FormatterException {
    List<Path> sources = Sources.java("src");
    assertTrue(sources.size() > 50, "found only " + sources);
    List<Path> off = new ArrayList<>();
    for (Path file : sources) {
      String text = Sources.text(file);
      if (!Format.formatted(text).equals(text)) {
        off.add(file);
      }
    }
    assertEquals(List.of(), off, "format them with: mvn -q test-compile exec:exec@format");
  }
}
