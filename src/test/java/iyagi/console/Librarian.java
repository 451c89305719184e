package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody with a browser. */
public final class Librarian implements AutoCloseable {
  public static final String PIN = "271828";

  private final String address;
  private final Supplier<Pin> pin;
  private final BrowserContext context;
  public final Page page;

  /**
   * What the browser complained of: scripts that failed, anything that the page's policy forbids.
   */
  public final List<String> complaints = new ArrayList<>();

  /**
   * A window of that size.
   *
   * @param language "en-GB" or "ko-KR"
   */
  public Librarian(
      RobotInService robot, String language, ColorScheme theme, int width, int height) {
    this(robot.address(), robot::pin, window(language, theme, width, height));
  }

  /**
   * In front of a robot whose PIN has to be set on its page.
   *
   * @param address "http://127.0.0.1:8080"
   * @param touch whether there are fingers instead of a mouse
   */
  public Librarian(String address, String language, int width, boolean touch) {
    this(
        address,
        () -> {
          throw new IllegalStateException("the PIN is set on the page");
        },
        window(language, ColorScheme.LIGHT, width, 800).setHasTouch(touch).setIsMobile(touch));
  }

  private static Browser.NewContextOptions window(
      String language, ColorScheme theme, int width, int height) {
    return new Browser.NewContextOptions()
        .setLocale(language)
        .setTimezoneId("Asia/Seoul")
        .setColorScheme(theme)
        .setViewportSize(width, height);
  }

  private Librarian(String address, Supplier<Pin> pin, Browser.NewContextOptions window) {
    this.address = address;
    this.pin = pin;
    context = Chromium.browser().newContext(window);
    page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          boolean refused = message.text().startsWith("Failed to load resource");
          if (message.type().equals("error") && !refused) {
            complaints.add(message.text());
          }
        });
  }

  /** In English, in the light, on a tablet. */
  public Librarian(RobotInService robot) {
    this(robot, "en-GB", ColorScheme.LIGHT, 1280, 900);
  }

  /** Opens a page and waits until its buttons do something. */
  public Librarian goTo(String path) {
    page.navigate(address + path);
    return ready();
  }

  /** Waits until the buttons of the page that is loading do something. */
  public Librarian ready() {
    page.locator("html[data-ready]").waitFor();
    return this;
  }

  /** Signs in, with a PIN that is set first if there is none. */
  public Librarian signIn() throws IOException {
    if (!pin.get().set()) {
      pin.get().set(PIN);
    }
    goTo("/pin");
    assertThat(page.locator("#pin")).isFocused();
    page.locator("#pin").fill(PIN);
    page.keyboard().press("Enter");
    page.waitForURL("**/now");
    return ready();
  }

  /** Everything that axe-core finds wrong with what is shown, one line each. */
  @SuppressWarnings("unchecked")
  public List<String> barriers() throws IOException {
    page.evaluate(axe());
    Map<String, Object> result =
        (Map<String, Object>)
            page.evaluate(
                "() => axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a',"
                    + " 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
    List<String> found = new ArrayList<>();
    for (Object each : (List<Object>) result.get("violations")) {
      Map<String, Object> violation = (Map<String, Object>) each;
      for (Object node : (List<Object>) violation.get("nodes")) {
        Map<String, Object> place = (Map<String, Object>) node;
        found.add(
            violation.get("id") + ": " + place.get("target") + " " + place.get("failureSummary"));
      }
    }
    return found;
  }

  private static String axe() throws IOException {
    try (InputStream in = Librarian.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;0";
    }
  }

  /** Whether nothing has to be scrolled sideways. */
  public boolean fitsItsWidth() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }

  /** A picture of the whole page. */
  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
