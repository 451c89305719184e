package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import iyagi.library.Edition;
import iyagi.library.FetchResult;
import iyagi.library.PackageFetch;
import iyagi.library.PackageOrder;
import iyagi.library.Shelf;
import iyagi.library.StoryPackage;
import iyagi.service.Names;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual for packages tells the truth: a robot installs what its commands make. */
final class StoryPackagesIT {
  private static final Path MANUAL = Path.of("src/docs/story-packages.md");

  @TempDir private Path folder;

  @Test
  void aRobotInstallsWhatTheCommandsMake() throws Exception {
    Program.needs("openssl");
    Program.needs("sha256sum");
    copyStory();
    List<String> blocks = commands();
    assertEquals(4, blocks.size());
    String said = "";
    for (String block : blocks) {
      said = run(block);
    }
    Edition edition = fetched().story().editions().getFirst();
    assertEquals("bear.en", edition.name());
    assertEquals(said.strip(), edition.sha256());
  }

  private void copyStory() throws IOException {
    Path story = Files.createDirectories(folder.resolve("bear/sounds")).getParent();
    for (String name : List.of("story.en.md", "story.ko.md")) {
      Files.copy(Path.of("stories/bear", name), story.resolve(name));
    }
    for (String name : List.of("zz", "Aa", "aa b", "바람")) {
      Files.writeString(story.resolve("sounds").resolve(name + ".wav"), "RIFF " + name);
    }
  }

  private static List<String> commands() throws IOException {
    return Pattern.compile("(?s)```sh\\n(.*?)```")
        .matcher(Files.readString(MANUAL))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private String run(String block) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    var outcome =
        Program.run(
            Map.of("PATH", java + ":" + System.getenv("PATH")),
            "sh",
            "-c",
            "set -e\ncd '" + folder + "'\n" + block);
    assertEquals(0, outcome.code(), block + outcome.err());
    return outcome.out();
  }

  private FetchResult.Fetched fetched() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server =
        SimpleFileServer.createFileServer(
            address, folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      var fetch =
          new PackageFetch(
              new Shelf(folder.resolve("shelf")),
              Names.vocabulary(),
              folder.resolve("library.pem"),
              PackageFetch.Bounds.USUAL);
      FetchResult result =
          fetch.fetch(
              new PackageOrder(
                  "http://127.0.0.1:" + server.getAddress().getPort() + "/bear.zip",
                  Files.readString(folder.resolve("bear.sha256")),
                  Files.readString(folder.resolve("bear.sig.txt"))));
      return assertInstanceOf(FetchResult.Fetched.class, result, result.toString());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theManualNamesTheLimits() throws IOException {
    String manual = Files.readString(MANUAL);
    assertTrue(manual.contains("At most 500 files of 20 MB, 200 MB together; a robot fetches"));
    var limits = StoryPackage.Limits.USUAL;
    assertEquals(500, limits.entries());
    assertEquals(20_000_000, limits.fileBytes());
    assertEquals(200_000_000, limits.allBytes());
    assertEquals(20_000_000, PackageFetch.Bounds.USUAL.mostBytes());
  }
}
