package iyagi.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinylog.Logger;

/**
 * For which words each recording of a folder was read aloud, as it stands in a text file beside
 * them. A recording is known by its check sum, so that it keeps its words whatever it is called and
 * wherever it is copied; another one that takes its name has none. Immutable.
 */
public final class ReadWords {
  /** Beside the recordings of a language. */
  public static final String FILE = "words.txt";

  /** The words of a story of an hour are a tenth of it. */
  private static final int MOST_BYTES = 1_000_000;

  private static final String HEAD =
      """
      # For which words each recording here was read aloud. The robot writes this file.
      # 녹음마다 어떤 글을 읽은 것인지 적은 파일이에요. 로봇이 적어요.
      """;

  private static final Pattern RECORDING = Pattern.compile("([0-9a-f]{64})(?: .*)?");

  /** One text that a recording was read for; a recording may fit several. */
  private record Text(String sha256, String name, List<String> lines) {}

  private final List<Text> texts;

  private ReadWords(List<Text> texts) {
    this.texts = List.copyOf(texts);
  }

  /** What is noted in a folder; nothing where the file is missing or is none of these. */
  public static ReadWords in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? of(Files.readString(file))
          : new ReadWords(List.of());
    } catch (IOException unreadable) {
      Logger.warn(unreadable, "{} cannot be read; its recordings are taken to fit", file);
      return new ReadWords(List.of());
    }
  }

  private static ReadWords of(String written) {
    List<Text> texts = new ArrayList<>();
    for (String row : written.lines().toList()) {
      Matcher recording = RECORDING.matcher(row.strip());
      if (recording.matches()) {
        String name = row.strip().substring(64).strip();
        texts.add(new Text(recording.group(1), name, new ArrayList<>()));
      } else if (!texts.isEmpty() && !row.isBlank()) {
        texts.getLast().lines().add(row.strip());
      }
    }
    return new ReadWords(texts);
  }

  /** The texts that a recording was read for, the oldest first; empty if nobody has noted any. */
  public List<List<String>> of(Recorded recording) {
    return texts.stream()
        .filter(text -> text.sha256().equals(recording.sha256()))
        .map(text -> List.copyOf(text.lines()))
        .toList();
  }

  /** Whether nothing is noted at all. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /**
   * A recording as it is known here.
   *
   * @param sha256 of it, in hexadecimal digits
   * @param name of its file, for people
   */
  public record Recorded(String sha256, String name) {
    /** That lies there now. */
    public static Recorded at(Path file) throws IOException {
      return new Recorded(Recordings.sha256(file), file.getFileName().toString());
    }
  }

  /** With one more text that a recording was read for. */
  public ReadWords with(Recorded recording, List<String> lines) {
    List<Text> more = new ArrayList<>(texts);
    List<String> plain = lines.stream().map(ReadWords::onOneLine).toList();
    more.add(new Text(recording.sha256(), recording.name(), plain));
    return new ReadWords(more);
  }

  /** With what another one has noted of some recordings, which is older. */
  ReadWords withOlder(ReadWords other, Set<String> sha256) {
    List<Text> all = new ArrayList<>(other.texts);
    all.removeIf(text -> !sha256.contains(text.sha256()));
    all.addAll(texts);
    return new ReadWords(all);
  }

  private static String onOneLine(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  /** As it is written down. */
  public String text() {
    StringBuilder written = new StringBuilder(HEAD);
    for (Text text : texts) {
      written.append('\n').append(text.sha256()).append("  ").append(text.name()).append('\n');
      text.lines().forEach(line -> written.append("  ").append(line).append('\n'));
    }
    return written.toString();
  }
}
