package iyagi.library;

import iyagi.story.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** What the names in a package say: which story it is, and which file goes where. */
final class Contents {
  /** Nobody mends more in one go. */
  private static final int MOST_PROBLEMS = 20;

  /** 48 characters stay below the 255 bytes that a file system allows, in any script. */
  private static final Pattern ID =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} _-]{0,46}[\\p{L}\\p{M}\\p{N}_-])?");

  private static final String LANGUAGE = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*";
  private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()'&,+-]{0,50}";
  private static final Pattern STORY = Pattern.compile("story(?:\\." + LANGUAGE + ")?\\.md");
  private static final Pattern BESIDE =
      Pattern.compile(
          ("sounds/|sounds/NAME\\.wav|narration/|narration/LANGUAGE/|narration/LANGUAGE/NAME\\.wav"
                  + "|narration/LANGUAGE/words\\.txt"
                  + "|cover\\.(?:jpg|jpeg|png|webp)|LICENSE(?:\\.txt)?")
              .replace("LANGUAGE", LANGUAGE)
              .replace("NAME", NAME));

  /** What systems leave in folders. */
  private static final Pattern JUNK =
      Pattern.compile(
          "(?:.*/)?(?:__MACOSX(?:/.*)?|\\.DS_Store|\\._[^/]*|Thumbs\\.db|desktop\\.ini)");

  private final StoryPackage pack;
  private final Map<String, ZipEntry> files = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private String id = "";

  private Contents(StoryPackage pack) {
    this.pack = pack;
  }

  /**
   * Reads the names.
   *
   * @param special entries that are neither file nor folder
   */
  static Contents of(StoryPackage pack, List<ZipEntry> entries, Set<Integer> special) {
    Contents contents = new Contents(pack);
    if (entries.size() > pack.limits().entries()) {
      contents.problem(
          "holds {0} files and folders; a story has at most {1}",
          entries.size(), pack.limits().entries());
    } else {
      contents.read(entries, special);
    }
    return contents;
  }

  /** The story's name; it is safe as a folder's name if there are no problems. */
  String id() {
    return id;
  }

  /** Entries by their place in the story's folder: "sounds/snore.wav". Folders are not listed. */
  Map<String, ZipEntry> files() {
    return files;
  }

  /** What speaks against it. */
  List<Problem> problems() {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    first.add(pack.problem("… and {0} problems more", problems.size() - MOST_PROBLEMS));
    return first;
  }

  private void read(List<ZipEntry> entries, Set<Integer> special) {
    Map<String, ZipEntry> named = new LinkedHashMap<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < entries.size(); i++) {
      ZipEntry entry = entries.get(i);
      String name = Normalizer.normalize(entry.getName(), Normalizer.Form.NFC);
      if (special.contains(i)) {
        problem("{0} is a link or a device; only files and folders may be packed", shown(entry));
      } else if (isAstray(name)) {
        problem(
            "{0} is no plain path below the story's folder (like bear/sounds/snore.wav)",
            shown(entry));
      } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        problem("{0} is there twice (small and capital letters are the same here)", shown(entry));
      } else if (!JUNK.matcher(name).matches()) {
        named.put(name, entry);
      }
    }
    if (problems.isEmpty()) {
      place(named);
    }
  }

  /** Anything but names with single slashes between them. */
  private static boolean isAstray(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
      return true;
    }
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private void place(Map<String, ZipEntry> named) {
    String top = top(named.keySet());
    id = top.isEmpty() ? withoutEnding(pack.name()) : top.substring(0, top.length() - 1);
    if (!ID.matcher(id).matches()) {
      problem(
          "'{0}' is no name for a story; a name has up to 48 letters, digits, spaces, - and _",
          shown(id));
    }
    for (var entry : named.entrySet()) {
      String name = entry.getKey().substring(top.length());
      boolean story = STORY.matcher(name).matches();
      if (!name.isEmpty() && !story && !BESIDE.matcher(name).matches()) {
        problem(
            "{0} does not belong in a story; allowed are story.en.md (or another language),"
                + " sounds/….wav, narration/en/page-1.wav, cover.jpg or .png or .webp, and LICENSE.txt",
            shown(entry.getValue()));
      } else if (!name.isEmpty() && !name.endsWith("/")) {
        files.put(name, entry.getValue());
      }
    }
    if (files.keySet().stream().noneMatch(name -> STORY.matcher(name).matches())) {
      problem("holds no story; there must be a file like story.en.md or story.ko.md");
    }
  }

  /** "bear/" where everything lies in one folder, else "". */
  private static String top(Set<String> names) {
    Set<String> tops =
        names.stream()
            .map(name -> name.substring(0, name.indexOf('/') + 1))
            .collect(Collectors.toSet());
    return tops.size() == 1 ? tops.iterator().next() : "";
  }

  private static String withoutEnding(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
    int dot = plain.lastIndexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }

  private void problem(String text, Object... parts) {
    problems.add(pack.problem(text, parts));
  }

  /** A name as it may be printed: it comes from a stranger. */
  static String shown(ZipEntry entry) {
    return "'" + shown(entry.getName()) + "'";
  }

  static String shown(String name) {
    String safe = name.replaceAll("\\p{C}", "?");
    return safe.length() <= 80 ? safe : safe.substring(0, 79) + "…";
  }
}
