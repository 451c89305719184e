package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.audio.WavFile;
import iyagi.narration.ReadAloud;
import iyagi.speech.mary.MarySpeechEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Korean story gets its recordings on the page Recordings, in a real browser. */
final class RecordingsIT {
  private static final String RABBIT =
      """
      ---
      title: 토끼와 달
      language: ko
      author: 이야기
      license: CC0
      ---
      # 토끼와 달

      ## 숲속
      작은 토끼가 달을 보았어요. 달이 웃었어요.

      ## 집으로
      토끼는 집으로 갔어요.
      """;

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.speaking(folder, new MarySpeechEngine());
    Path story = Files.createDirectories(folder.resolve("stories/rabbit"));
    Files.writeString(story.resolve("story.ko.md"), RABBIT);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  private Path wav(String name, double gain) throws Exception {
    return new ReadAloud(16_000)
        .pause(0.4)
        .tone(1.2, 220)
        .pause(0.6)
        .tone(0.8, 220)
        .pause(0.4)
        .write(folder.resolve("brought").resolve(name), gain, -70);
  }

  @Test
  void aKoreanStoryCanBeReadOnceEveryPageWasBroughtAndIsFoundOnTheShelf() throws Exception {
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 360, 740).signIn()) {
      Page page = librarian.goTo("/stories").page;
      assertThat(page.locator("[data-name='rabbit.ko'] .state")).hasText("목소리나 녹음이 필요함");
      assertEquals("ko", page.locator("[data-name='rabbit.ko'] .hint[lang]").getAttribute("lang"));
      page.locator("[data-deed='recordings-rabbit.ko']").click();
      librarian.ready();
      assertThat(page.locator("#pages > li")).hasCount(3);
      assertThat(page.locator("[data-page='1'] .aloud").first()).hasText("작은 토끼가 달을 보았어요.");
      assertThat(page.locator("strong")).hasText("읽는 분의 목소리만 녹음해 주세요. 어린이 목소리는 녹음하지 않습니다.");
      picture(librarian, "recordings-empty-ko");

      page.locator("#files").setInputFiles(wav("1쪽.wav", 0.5));
      assertThat(page.locator("[data-page='1'] .kept")).hasText("녹음함, 3초");
      assertThat(page.locator("#silence")).hasText("녹음이 더 있어야 해요: 2쪽을 소리 내어 읽어 주세요.");
      page.locator("[data-file='2']").setInputFiles(wav("anything.wav", 6));
      assertThat(page.locator("#results"))
          .containsText("소리가 너무 커서 군데군데 찌그러졌어요. 조금 더 떨어져서 다시 녹음해 주세요");
      assertThat(page.locator("#count")).hasText("모든 쪽을 녹음했습니다. 이제 이야기를 읽어 줄 수 있습니다.");
      assertEquals(List.of(), librarian.barriers());
      assertTrue(librarian.fitsItsWidth());
      picture(librarian, "recordings-ko");
      Path kept = robot.desk.places().added().resolve("rabbit/narration/ko");
      assertTrue(Files.exists(kept.resolve("page-1.wav")));

      page.locator("[data-deed='remove-2']").click();
      assertThat(page.locator("[data-page='2'] .kept")).hasText("녹음 없음");
      assertThat(page.locator("#silence")).isVisible();
      page.locator("[data-deed='undo-2']").click();
      assertThat(page.locator("#silence")).isHidden();
      assertTrue(Files.exists(kept.resolve("page-2.wav")));
      assertEquals(List.of(), librarian.complaints);
      librarian.goTo("/stories");
      assertThat(page.locator("[data-deed='listen-rabbit.ko']")).isVisible();
    }
  }

  @Test
  void aTextThatIsChangedTellsAtOnceWhichRecordingDoesNotFitAndTheLibrarianChooses()
      throws Exception {
    Path kept = folder.resolve("stories/rabbit/narration/ko");
    Files.createDirectories(kept);
    Files.copy(wav("one.wav", 0.5), kept.resolve("page-1.wav"));
    Files.copy(wav("two.wav", 0.4), kept.resolve("page-2.wav"));
    String why = "2쪽 녹음은 지금과 다른 글을 읽은 것이라 들려주지 않아요. 녹음 화면에서 그대로 쓰거나, 다시 녹음하거나, 지워 주세요.";
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 360, 740).signIn()) {
      Page page = librarian.goTo("/stories").page;
      page.locator("[data-deed='edit-rabbit.ko']").click();
      page.locator("#text").fill(RABBIT.replace("집으로 갔어요", "천천히 집으로 갔어요"));
      page.locator("#save").click();
      assertThat(page.locator("#results [lang='ko']")).hasText(why);
      assertThat(page.locator("[data-name='rabbit.ko'] .hint[lang]")).hasText(why);
      assertEquals(List.of(), librarian.barriers());

      page = librarian.goTo("/recordings?story=rabbit.ko").page;
      assertThat(page.locator("[data-page='1'] .kept")).hasText("녹음함, 3초");
      assertThat(page.locator("[data-page='2'] .kept")).hasText("다른 글을 읽은 녹음이라 들려주지 않음");
      assertThat(page.locator("[data-page='2'] .aloud")).hasText("토끼는 천천히 집으로 갔어요.");
      assertThat(page.locator("[data-page='2'] .then p").nth(1)).hasText("토끼는 집으로 갔어요.");
      assertThat(page.locator("[data-deed='hear-2']")).isVisible();
      assertThat(page.locator("#silence")).hasText(why);
      assertEquals(List.of(), librarian.barriers());
      assertTrue(librarian.fitsItsWidth());
      picture(librarian, "recordings-other-ko");

      page.locator("[data-deed='keep-old-2']").click();
      assertThat(page.locator("#results")).hasText("2쪽 녹음을 지금 글에 그대로 씁니다.");
      assertThat(page.locator("[data-page='2'] .kept")).hasText("녹음함, 3초");
      assertThat(page.locator("#silence")).isHidden();
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void whatIsNoUsableRecordingIsSaidInTheLanguageOfThePageAndNothingIsLeftOfIt() throws Exception {
    Path text = Files.writeString(folder.resolve("page-1.wav"), "this is no sound");
    Path silent = new ReadAloud(16_000).pause(2).write(folder.resolve("page-2.wav"), 1, -90);
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.DARK, 1024, 740).signIn()) {
      Page page = librarian.goTo("/recordings?story=rabbit.ko").page;
      page.locator("#files").setInputFiles(new Path[] {text, silent, wav("bear.wav", 0.5)});
      assertThat(page.locator("#results .bad")).hasCount(3);
      assertThat(page.locator("#results .bad").nth(0)).containsText("쓸 수 있는 WAV 파일이 아니에요.");
      assertThat(page.locator("#results .bad").nth(1)).containsText("아무 소리도 들리지 않아요.");
      assertThat(page.locator("#results .bad").nth(2)).containsText("몇 쪽인지 알 수 없습니다");
      assertEquals(List.of(), librarian.barriers());
      picture(librarian, "recordings-bad-ko");
      assertEquals(List.of(), librarian.complaints);
    }
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo("/recordings?story=rabbit.ko").page;
      page.locator("[data-file='1']").setInputFiles(silent);
      assertThat(page.locator("#results .bad")).containsText("nothing is heard in the recording");
      assertEquals(List.of(), librarian.barriers());
      picture(librarian, "recordings-en");
    }
    assertFalse(Files.exists(robot.desk.places().added().resolve("rabbit")));
    try (Stream<Path> left = Files.list(robot.desk.places().data().resolve("incoming"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  /** The browser's own pretended microphone beeps once a second. */
  @Test
  void aPageIsRecordedWithTheBrowsersMicrophoneWhereThereIsOne() throws Exception {
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 360, 740).signIn()) {
      Page page = librarian.goTo("/recordings?story=rabbit.ko").page;
      page.context().grantPermissions(List.of("microphone"));
      page.locator("[data-deed='record-2']").click();
      assertThat(page.locator(".on-air"))
          .containsText("(3초)", new ContainsTextOptions().setTimeout(15_000));
      assertEquals(List.of(), librarian.barriers());
      picture(librarian, "recordings-on-air");
      page.locator("[data-deed='keep']").click();
      assertThat(page.locator("[data-page='2'] .kept")).containsText("녹음함");
      Path kept = robot.desk.places().added().resolve("rabbit/narration/ko/page-2.wav");
      try (WavFile wav = WavFile.open(kept)) {
        assertEquals(48_000, wav.rateHz());
        assertTrue(wav.seconds() > 2.9 && wav.seconds() < 20, wav.seconds() + " s");
      }
      page.addInitScript("delete Navigator.prototype.mediaDevices");
      librarian.goTo("/recordings?story=rabbit.ko");
      assertThat(page.locator("#no-microphone")).containsText("https로 열었을 때만");
      assertThat(page.locator("[data-deed='record-2']")).hasCount(0);
      assertEquals(List.of(), librarian.complaints);
      assertEquals(
          "camera=(), geolocation=(), microphone=()",
          page.navigate(robot.address() + "/stories").headerValue("Permissions-Policy"));
    }
  }

  private static void picture(Librarian librarian, String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(Path.of(pictures).resolve(name + ".png"));
    }
  }
}
