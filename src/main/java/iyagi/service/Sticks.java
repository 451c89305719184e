package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.Shelf;
import iyagi.story.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Stories on USB sticks. Nothing is written on a stick, and nothing taken from it that nobody has
 * asked for. Any thread; one looks at a time, and a file is read once as long as it stays the same.
 */
public final class Sticks {
  /** How a story on a stick stands to the shelf. */
  public enum State {
    /** Not here yet. */
    FRESH,
    /** Another version of it is here. */
    OTHER,
    /** The very same is here. */
    HERE,
    /** Cannot be taken as it is. */
    MISTAKES
  }

  /**
   * A story on a stick.
   *
   * @param file as seen from the folder of all sticks: "sda1/stories/bear.md"
   * @param language as a tag; "" where it is not known
   */
  public record Found(
      String file, String title, String language, State state, List<Problem> problems) {
    /** Copies the problems. */
    public Found {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What is plugged in.
   *
   * @param sticks how many
   * @param more whether there are more files than are looked at
   */
  public record Look(int sticks, boolean more, List<Found> stories) {
    /** Copies the stories. */
    public Look {
      stories = List.copyOf(stories);
    }
  }

  private record Stamp(long bytes, long millis) {}

  private record Known(Stamp stamp, Optional<StickStory> story, String sha256) {}

  private final Desk desk;
  private final Path media;
  private Map<Path, Known> known = new HashMap<>();

  /**
   * Sticks below a folder.
   *
   * @param media has a folder for each stick; may be missing
   */
  public Sticks(Desk desk, Path media) {
    this.desk = desk;
    this.media = media;
  }

  /** Looks at all of them. Takes seconds where a large zip is new. */
  public synchronized Look look() {
    StickFiles files = StickFiles.in(media);
    Map<Path, Known> now = new HashMap<>();
    List<Found> stories = new ArrayList<>();
    for (Path file : files.files()) {
      try {
        Known each = known(file);
        now.put(file, each);
        if (each.story().isPresent()) {
          stories.add(found(file, each.story().get(), each.sha256()));
        }
      } catch (IOException gone) {
        Logger.debug(gone, "{} cannot be read", file);
      }
    }
    known = now;
    return new Look(files.sticks(), files.more(), stories);
  }

  private Known known(Path file) throws IOException {
    Stamp stamp = new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    Known before = known.get(file);
    if (before != null && before.stamp().equals(stamp)) {
      return before;
    }
    Optional<StickStory> story = StickStory.in(file, desk);
    boolean whole = story.isPresent() && !story.get().wrong();
    return new Known(stamp, story, whole ? sha256(file) : "");
  }

  private Found found(Path file, StickStory story, String sha256) throws IOException {
    return new Found(
        media.relativize(file).toString(),
        story.title(),
        story.language(),
        state(file, story, sha256),
        story.problems());
  }

  private State state(Path file, StickStory story, String sha256) throws IOException {
    if (story.wrong()) {
      return State.MISTAKES;
    }
    boolean zip = StoryName.of(file.getFileName().toString()).kind() == StoryName.Kind.ZIP;
    Bundle there = Bundle.of(desk, story.id());
    List<Edition> same = zip ? there.editions() : there.in(story.language());
    if (same.isEmpty()) {
      return State.FRESH;
    }
    boolean here =
        zip
            ? new Shelf(desk.places().added()).has(sha256)
            : Files.mismatch(file, same.getFirst().file()) < 0;
    return here ? State.HERE : State.OTHER;
  }

  /**
   * Takes one story.
   *
   * @param file as a look has it
   * @param replace whether a story that is there may be replaced
   * @throws NoSuchFileException if no look would show it
   * @throws IOException if it cannot be read or put on the shelf
   */
  public Taken take(String file, boolean replace) throws IOException {
    Path wanted =
        StickFiles.in(media).files().stream()
            .filter(path -> media.relativize(path).toString().equals(file))
            .findFirst()
            .orElseThrow(() -> new NoSuchFileException(file));
    String name = wanted.getFileName().toString();
    Optional<StickStory> story = StickStory.in(wanted, desk);
    if (story.isPresent() && story.get().wrong()) {
      return new Taken.Rejected(story.get().problems());
    }
    try (InputStream in = Files.newInputStream(wanted, LinkOption.NOFOLLOW_LINKS)) {
      return new Import(desk).take(in, name, replace);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        DigestInputStream sum = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      sum.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sum.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
