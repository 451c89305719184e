package iyagi.input.evdev;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keyboards, and what pretends to be one, of this computer, from the kernel's list
 * (/proc/bus/input/devices).
 */
final class Keyboards {
  private static final Pattern NAME = Pattern.compile("(?m)^N: Name=\"(.*)\"$");
  private static final Pattern EVENT = Pattern.compile("(?m)^H: Handlers=.*\\bkbd\\b.*$");
  private static final Pattern NUMBER = Pattern.compile("\\bevent(\\d+)\\b");

  private record Keyboard(String name, int number) {}

  private final Path list;
  private final Path folder;

  /** Those of this computer. */
  Keyboards() {
    this(Path.of("/proc/bus/input/devices"), Path.of("/dev/input"));
  }

  Keyboards(Path list, Path folder) {
    this.list = list;
    this.folder = folder;
  }

  /**
   * The one that is meant.
   *
   * @param device a path, or words that are all in its name, upper or lower case
   * @throws IOException in a librarian's words, if there is none or more than one
   */
  Path find(String device) throws IOException {
    if (device.startsWith("/")) {
      return Path.of(device);
    }
    List<Keyboard> all = all();
    List<Keyboard> meant = all.stream().filter(k -> hasWords(k.name(), device)).toList();
    if (meant.isEmpty()) {
      throw new Hindrance(
          Sentence.of(
              "there is no such keyboard; connected are {0}; plug the reader in, or write words of"
                  + " its name as cards.device in the robot's profile",
              names(all)));
    }
    if (meant.stream().map(Keyboard::name).distinct().count() > 1) {
      throw new Hindrance(
          Sentence.of(
              "these words fit {0}; write more of the reader's name as cards.device in the robot's"
                  + " profile",
              names(meant)));
    }
    int first = meant.stream().mapToInt(Keyboard::number).min().orElseThrow();
    return folder.resolve("event" + first);
  }

  private static boolean hasWords(String name, String words) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).trim().split("\\s+", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static Sentence names(List<Keyboard> keyboards) {
    return keyboards.isEmpty()
        ? Sentence.of("none")
        : Sentence.plain(
            keyboards.stream()
                .map(k -> "'" + k.name() + "'")
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private List<Keyboard> all() throws IOException {
    List<Keyboard> all = new ArrayList<>();
    String text;
    try {
      text = Files.readString(list);
    } catch (IOException none) {
      throw new Hindrance(
          Sentence.of(
              "this computer has no list of keyboards ({0}); Linux was expected",
              none.getMessage()),
          none);
    }
    for (String block : text.split("\n\n", -1)) {
      Matcher name = NAME.matcher(block);
      Matcher handlers = EVENT.matcher(block);
      if (name.find() && handlers.find()) {
        Matcher number = NUMBER.matcher(handlers.group());
        if (number.find()) {
          all.add(new Keyboard(name.group(1), Integer.parseInt(number.group(1))));
        }
      }
    }
    return all;
  }
}
