package iyagi.story;

import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A story file on disk: what its name says, and its text. */
final class StoryFile {
  /** Larger files are not opened. */
  static final int LARGEST_BYTES = 2 * 1024 * 1024;

  private static final Pattern IN_FOLDER =
      Pattern.compile(
          "story(?:\\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*))?\\.(?:md|markdown|txt)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALONE =
      Pattern.compile(
          "(.+?)(?:\\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*))?\\.(?:md|markdown|txt)",
          Pattern.CASE_INSENSITIVE);

  private final Path file;
  private final Problems problems;

  StoryFile(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The folder's name where the file is story.en.md, else the file's name without its endings. */
  String id() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    boolean inFolder = IN_FOLDER.matcher(name()).matches();
    if (inFolder && folder != null && folder.getFileName() != null) {
      return folder.getFileName().toString();
    }
    Matcher alone = ALONE.matcher(name());
    return alone.matches() ? alone.group(1) : name();
  }

  /** The language that the file's name gives. */
  Optional<Locale> language() {
    Matcher matcher = IN_FOLDER.matcher(name());
    int group = 1;
    if (!matcher.matches()) {
      matcher = ALONE.matcher(name());
      group = 2;
    }
    return matcher.matches()
        ? Optional.ofNullable(matcher.group(group)).flatMap(Languages::named)
        : Optional.empty();
  }

  /** The names of the story's own sounds. */
  Set<String> sounds() {
    Set<String> sounds = new TreeSet<>();
    Path folder = file.toAbsolutePath().resolveSibling("sounds");
    if (!Files.isDirectory(folder)) {
      return sounds;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(sound -> sound.getFileName().toString())
          .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".wav"))
          .forEach(name -> sounds.add(name.substring(0, name.length() - ".wav".length())));
    } catch (IOException e) {
      problems.warning(Place.FILE, "the folder '{0}' cannot be read: {1}", folder, reason(e));
    }
    return sounds;
  }

  /** The text, or nothing after the reason was reported. */
  Optional<String> text() {
    if (Files.isDirectory(file)) {
      return refused("this is a folder; name the story file in it, for example story.en.md");
    }
    if (!Files.exists(file)) {
      return refused("there is no such file{0}", Suggestion.hint(name(), neighbours()));
    }
    if (!Files.isRegularFile(file)) {
      return refused("this is not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST_BYTES) {
        long megabytes = Math.max(Files.size(file) / 1_000_000, 2);
        return refused(
            "a story is text and rarely over 100 kB; this file has {0} MB, and at most 2 MB are read",
            megabytes);
      }
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      return bytes.length > LARGEST_BYTES
          ? refused("larger than 2 MB; a story is text and rarely over 100 kB")
          : decoded(bytes);
    } catch (IOException e) {
      return refused("cannot be read: {0}", reason(e));
    }
  }

  private Set<String> neighbours() {
    Set<String> names = new TreeSet<>();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.limit(1000).forEach(f -> names.add(f.getFileName().toString()));
      } catch (IOException _) {
        // then there is no suggestion
        names.clear();
      }
    }
    return names;
  }

  private Optional<String> decoded(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    if (first == 0xFEFF || first == 0xFFFE) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_16));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (!result.isError()) {
      return Optional.of(out.flip().toString());
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
      return refused("not a text file; a story is plain text with the ending .md");
    }
    reportBadByte(bytes, in.position());
    return Optional.empty();
  }

  private void reportBadByte(byte[] bytes, int position) {
    int line = 1;
    int begin = 0;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
        begin = i + 1;
      }
    }
    int column = new String(bytes, begin, position - begin, StandardCharsets.UTF_8).length() + 1;
    String hex = String.format(Locale.ROOT, "0x%02X", bytes[position] & 0xff);
    problems.error(
        new Place(line, column),
        "not UTF-8 (byte {0}){1}; open it in an editor and save it as UTF-8",
        hex,
        isKorean(bytes) ? Sentence.of("; it looks like EUC-KR") : Sentence.NOTHING);
  }

  /** Whether it makes sense in the old Korean encoding. */
  private static boolean isKorean(byte[] bytes) {
    if (!Charset.isSupported("x-windows-949")) {
      return false;
    }
    try {
      var text = Charset.forName("x-windows-949").newDecoder().decode(ByteBuffer.wrap(bytes));
      String foreign = text.toString().replaceAll("\\p{ASCII}+", "");
      return Languages.guessed(foreign).isPresent();
    } catch (CharacterCodingException _) {
      // then it is not
      return false;
    }
  }

  private Optional<String> refused(String text, Object... parts) {
    problems.error(Place.FILE, text, parts);
    return Optional.empty();
  }

  private static Sentence reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> Sentence.of("this user may not read it");
      default -> Reason.of(e);
    };
  }

  private String name() {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
