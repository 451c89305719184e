package iyagi.input.evdev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      throw new IOException(
          "there is no such keyboard; connected are "
              + names(all)
              + "; plug the reader in, or write words of its name as cards.device in the robot's"
              + " profile");
    }
    if (meant.stream().map(Keyboard::name).distinct().count() > 1) {
      throw new IOException(
          "these words fit "
              + names(meant)
              + "; write more of the reader's name as cards.device in the robot's profile");
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

  private static String names(List<Keyboard> keyboards) {
    return keyboards.isEmpty()
        ? "none"
        : String.join(", ", keyboards.stream().map(k -> "'" + k.name() + "'").distinct().toList());
  }

  private List<Keyboard> all() throws IOException {
    List<Keyboard> all = new ArrayList<>();
    String text;
    try {
      text = Files.readString(list);
    } catch (IOException none) {
      throw new IOException(
          "this computer has no list of keyboards (" + none.getMessage() + "); Linux was expected",
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
