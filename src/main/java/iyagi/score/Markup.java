package iyagi.score;

/** Text inside XML, HTML and WebVTT. */
final class Markup {
  private Markup() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
