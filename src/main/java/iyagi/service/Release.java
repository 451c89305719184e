package iyagi.service;

/** Which edition of the program this is. */
public final class Release {
  private Release() {}

  /**
   * The version from the jar, or a word that it has none: letters, digits, dots, and signs that the
   * contract allows, as it is reported, too.
   */
  public static String version() {
    String version = Release.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
