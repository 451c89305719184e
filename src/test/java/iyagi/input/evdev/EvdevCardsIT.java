package iyagi.input.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.CardsContract;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a named pipe: everything but the grabbing, which a pipe refuses. */
final class EvdevCardsIT extends CardsContract {
  private static final String DEVICES =
      """
      I: Bus=0019 Vendor=0000 Product=0001 Version=0000
      N: Name="Power Button"
      H: Handlers=kbd event0

      I: Bus=0003 Vendor=ffff Product=0035 Version=0110
      N: Name="Sycreader RFID Technology Co., Ltd SYC ID&IC USB Reader"
      P: Phys=usb-0000:01:00.0-1.3/input0
      H: Handlers=sysrq kbd leds event7
      B: EV=120013

      I: Bus=0003 Vendor=ffff Product=0035 Version=0110
      N: Name="Sycreader RFID Technology Co., Ltd SYC ID&IC USB Reader"
      H: Handlers=kbd event12

      I: Bus=0003 Vendor=046d Product=c077 Version=0111
      N: Name="Logitech USB Optical Mouse"
      H: Handlers=mouse0 event3
      """;

  @TempDir Path folder;
  private Fifo reader;
  private Keyboards keyboards;
  private EvdevCards cards;

  @BeforeEach
  void plugIn() throws IOException {
    Path list = Files.writeString(folder.resolve("devices"), DEVICES);
    keyboards = new Keyboards(list, folder);
    reader = new Fifo(folder.resolve("event7"));
    reader.plug();
    cards = named("sycreader rfid");
  }

  private EvdevCards named(String words) {
    return new EvdevCards(words, keyboards, NanoClock.system(), Duration.ofMillis(5));
  }

  @Override
  protected Cards cards() {
    return cards;
  }

  @Override
  protected void place(CardId card) {
    reader.type(new Typing().text(card.number()).enter());
  }

  @Override
  protected void remove() {
    // this kind of reader does not notice
  }

  @Override
  protected void unplug() {
    reader.unplug();
  }

  @Override
  protected void plug() {
    reader.plug();
  }

  @Test
  void aReaderThatCannotBeHadAloneWorksAndIsToldOnce() {
    cards.start(heard);
    assertEquals(
        "card reader 'sycreader rfid' ("
            + folder.resolve("event7")
            + ") cannot be had alone: grab failed: it takes no such request; cards work, but their"
            + " numbers may also be typed into other programs; end the program that has it, or"
            + " check cards.device in the robot's profile",
        heard.next(CardEvent.Doubtful.class).reason().toString());
    place(BEAR);
    heard.expect(new CardEvent.Placed(BEAR));
    unplug();
    heard.next(CardEvent.Lost.class);
    plug();
    heard.expect(new CardEvent.Back());
    place(BEAR);
    heard.expect(new CardEvent.Placed(BEAR));
  }

  @Test
  void whatWasHalfTypedWhenItWasUnpluggedIsForgotten() {
    cards.start(heard);
    heard.next(CardEvent.Doubtful.class);
    reader.type(new Typing().text("99999").event(1, 2, 1));
    unplug();
    heard.next(CardEvent.Lost.class);
    plug();
    heard.expect(new CardEvent.Back());
    place(BEAR);
    heard.expect(new CardEvent.Placed(BEAR));
  }

  @Test
  void aPathIsTakenAsItIs() throws IOException {
    Path place = folder.resolve("event7");
    assertEquals(place, keyboards.find(place.toString()));
    cards = named(place.toString());
    cards.start(heard);
    heard.next(CardEvent.Doubtful.class);
    place(MOUSE);
    heard.expect(new CardEvent.Placed(MOUSE));
  }

  @Test
  void aMissingReaderIsToldWithWhatIsThereAndWhatToDo() throws IOException {
    assertEquals(folder.resolve("event7"), keyboards.find("  SYCREADER   usb "));
    assertEquals(
        "there is no such keyboard; connected are 'Power Button', 'Sycreader RFID Technology Co.,"
            + " Ltd SYC ID&IC USB Reader'; plug the reader in, or write words of its name as"
            + " cards.device in the robot's profile",
        assertThrows(IOException.class, () -> keyboards.find("logitech")).getMessage());
    assertTrue(
        assertThrows(IOException.class, () -> keyboards.find("r"))
            .getMessage()
            .startsWith("these words fit 'Power Button', 'Sycreader"));
    Keyboards none = new Keyboards(folder.resolve("no-list"), folder);
    assertTrue(
        assertThrows(IOException.class, () -> none.find("r"))
            .getMessage()
            .endsWith("Linux was expected"));
  }

  @Test
  void everyTroubleIsToldWithItsPathAndWhatToDo() {
    cards = named(folder.resolve("event99").toString());
    cards.start(heard);
    String path = folder.resolve("event99").toString();
    assertEquals(
        "card reader '"
            + path
            + "': "
            + path
            + " cannot be read (open failed: no such file); plug the reader in, or correct"
            + " cards.device in the robot's profile",
        heard.next(CardEvent.Lost.class).reason().toString());
    assertTrue(
        cards
            .trouble(Path.of("/dev/input/event7"), new DeviceFile.Refused("open", 13))
            .toString()
            .endsWith(
                "/dev/input/event7 cannot be read (open failed: permission denied); this user has"
                    + " to be in the group input: sudo usermod -aG input iyagi, then restart"));
  }

  @Test
  void aFolderIsNoReader() {
    cards = named(folder.toString());
    cards.start(heard);
    heard.next(CardEvent.Doubtful.class);
    assertTrue(
        heard.next(CardEvent.Lost.class).reason().toString().contains("read failed: error 21"));
  }
}
