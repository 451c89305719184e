package iyagi.console;

/** What is said, in big letters for a wall screen; nothing else, and without a PIN. */
final class Captions implements Part {
  private final Broadcast broadcast;

  Captions(Broadcast broadcast) {
    this.broadcast = broadcast;
  }

  @Override
  public void routes(Door door) {
    door.openPage("captions");
    door.events("/api/captions/events", true, Broadcast.Audience.EVERYBODY, broadcast);
  }
}
