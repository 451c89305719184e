package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.input.CardBook;
import iyagi.input.evdev.EvdevCards;
import iyagi.input.evdev.Fifo;
import iyagi.input.evdev.Typing;
import iyagi.input.sim.SimButtons;
import iyagi.performance.PerformanceEvent;
import iyagi.service.Hands;
import iyagi.service.Steps;
import iyagi.time.NanoClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story cards: as the page shows them, as they are printed, and as a scanner reads them. */
final class CardsPageIT {
  /** Coarser than any office printer. */
  private static final int DPI = 150;

  private static final double WIDE_MM = 90;
  private static final double HIGH_MM = 62;
  private static final double POINTS_PER_MM = 72 / 25.4;

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    for (int i = 1; i <= 8; i++) {
      Files.writeString(
          folder.resolve("stories/tale" + i + ".ko.md"),
          "---\ntitle: 달을 찾은 곰 "
              + i
              + "\nlanguage: ko\nages: 2-4\nlicense: CC0\n---\n# 곰\n\n## 숲\n곰이 앉았어요.\n");
    }
    robot.service.stock().changed();
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  private List<BufferedImage> printed(Librarian librarian, double wideMm, double highMm)
      throws IOException {
    byte[] pdf = librarian.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    List<BufferedImage> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        assertEquals(wideMm * POINTS_PER_MM, document.getPage(i).getMediaBox().getWidth(), 1);
        assertEquals(highMm * POINTS_PER_MM, document.getPage(i).getMediaBox().getHeight(), 1);
        pages.add(renderer.renderImageWithDPI(i, DPI));
      }
    }
    return pages;
  }

  /** Holds one card of the paper after the other before the scanner. */
  private static Set<String> codes(List<BufferedImage> pages) {
    Set<String> codes = new TreeSet<>();
    int wide = pixels(WIDE_MM);
    int high = pixels(HIGH_MM);
    for (BufferedImage page : pages) {
      int left = (page.getWidth() - 2 * wide) / 2;
      for (int row = 0; (row + 1) * high < page.getHeight(); row++) {
        for (int column = 0; column < 2; column++) {
          code(page.getSubimage(left + column * wide, row * high, wide, high + pixels(12)))
              .ifPresent(codes::add);
        }
      }
    }
    return codes;
  }

  private static int pixels(double mm) {
    return (int) Math.round(mm * DPI / 25.4);
  }

  private static Optional<String> code(BufferedImage card) {
    int[] pixels = card.getRGB(0, 0, card.getWidth(), card.getHeight(), null, 0, card.getWidth());
    var light = new RGBLuminanceSource(card.getWidth(), card.getHeight(), pixels);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(light)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException none) {
      return Optional.empty();
    }
  }

  @Test
  void everyCardIsPrintedOnEitherPaperWithACodeThatCanBeRead() throws Exception {
    try (Librarian librarian =
        new Librarian(robot, "ko-KR", ColorScheme.DARK, 1100, 800).signIn()) {
      librarian.goTo("/stories").page.locator("a[href='/cards']").click();
      librarian.ready();
      assertThat(librarian.page.locator("#sheets li")).hasCount(9);
      List<BufferedImage> a4 = printed(librarian, 210, 297);
      picture(a4, "cards-a4");
      assertEquals(2, a4.size());
      assertEquals(9, codes(a4).size());
      librarian.page.locator("[value=letter]").check();
      List<BufferedImage> letter = printed(librarian, 215.9, 279.4);
      picture(letter, "cards-letter");
      assertEquals(2, letter.size());
      assertEquals(codes(a4), codes(letter));
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void onlyTheChosenStoriesArePrinted() throws Exception {
    try (Librarian librarian = new Librarian(robot, "en-US", ColorScheme.LIGHT, 360, 740)) {
      Page page = librarian.signIn().goTo("/cards").page;
      assertThat(page.locator("[value=letter]")).isChecked();
      page.locator("#none").click();
      assertThat(page.locator("#print")).isDisabled();
      page.locator("[value=owl]").check();
      assertThat(page.locator("#count")).hasText("1 card on 1 page");
      assertThat(page.locator("#sheets h3")).hasText("The Small Owl");
      assertEquals(1, codes(printed(librarian, 215.9, 279.4)).size());
    }
  }

  @Test
  void everybodyCanUseThePage() throws Exception {
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1024)) {
          try (Librarian librarian = new Librarian(robot, language, theme, width, 740).signIn()) {
            librarian.goTo("/cards").page.locator("#sheets li").first().waitFor();
            assertEquals(List.of(), librarian.barriers());
            assertTrue(librarian.fitsItsWidth(), language + " at " + width);
            String pictures = System.getProperty("pictures", "");
            if (!pictures.isEmpty()) {
              librarian.picture(
                  Path.of(pictures, "cards-" + language + "-" + theme + width + ".png"));
            }
          }
        }
      }
    }
  }

  @Test
  void whatAScannerReadsFromThePaperStartsThatStory() throws Exception {
    String code;
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo("/cards").page;
      page.locator("#none").click();
      page.locator("[value=owl]").check();
      code = codes(printed(librarian, 210, 297)).iterator().next();
    }
    CountDownLatch started = new CountDownLatch(1);
    robot.listener.set(
        event -> {
          if (event instanceof PerformanceEvent.Started) {
            started.countDown();
          }
        });
    CardBook book = CardBook.open(robot.desk.places().cards());
    Hands hands =
        new Hands(
            book,
            false,
            NanoClock.system(),
            robot.service,
            sentence -> robot.told.add(sentence.toString()));
    Fifo scanner = new Fifo(folder.resolve("scanner"));
    scanner.plug();
    try (EvdevCards cards =
            new EvdevCards(folder.resolve("scanner").toString(), NanoClock.system());
        Steps _ = new Steps("hands", hands::await)) {
      hands.listen(new SimButtons(Set.of()), cards);
      scanner.type(new Typing().text(code).enter());
      assertTrue(started.await(20, TimeUnit.SECONDS), () -> "nothing began: " + robot.told);
      assertEquals("owl", robot.service.aloud().orElseThrow().edition().name());
    } finally {
      scanner.unplug();
    }
  }

  private static void picture(List<BufferedImage> pages, String name) throws IOException {
    String pictures = System.getProperty("pictures", "");
    for (int i = 0; !pictures.isEmpty() && i < pages.size(); i++) {
      ImageIO.write(pages.get(i), "png", Path.of(pictures, name + "-" + i + ".png").toFile());
    }
  }
}
