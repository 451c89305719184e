package iyagi.input.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.CardId;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TypedNumberTest {
  private final ManualClock clock = new ManualClock();
  private final KeyEvents events = new KeyEvents();
  private final TypedNumber number = new TypedNumber(clock);
  private final List<String> cards = new ArrayList<>();

  private void feed(byte[] bytes) {
    for (KeyEvent event : events.of(bytes, bytes.length)) {
      number.at(event).map(CardId::number).ifPresent(cards::add);
    }
  }

  private void feed(Typing typing) {
    feed(typing.bytes());
  }

  private void assertCards(String... expected) {
    assertEquals(List.of(expected), cards);
    cards.clear();
  }

  @Test
  void readsWhatTheKernelWrites() {
    // one key press of KEY_5 (6) with its mark, as a 64-bit kernel writes it
    byte[] bytes = new byte[48];
    bytes[16] = 1;
    bytes[18] = 6;
    bytes[20] = 1;
    assertEquals(
        List.of(new KeyEvent(1, 6, 1), new KeyEvent(0, 0, 0)), events.of(bytes, bytes.length));
    byte[] large = new byte[24];
    Arrays.fill(large, 16, 24, (byte) 0xff);
    assertEquals(List.of(new KeyEvent(65535, 65535, -1)), events.of(large, 24));
  }

  @Test
  void aNumberIsACardWhenEnterIsTyped() {
    feed(new Typing().text("0004217788"));
    assertCards();
    feed(new Typing().enter());
    assertCards("0004217788");
    feed(new Typing().text("04A1B2C3D4EF80").enter().text("1234567890").enter());
    assertCards("04A1B2C3D4EF80", "1234567890");
  }

  @Test
  void theKeypadTypesNumbersToo() {
    Typing typing = new Typing();
    for (int code : new int[] {82, 79, 80, 81, 75, 76, 77, 71, 72, 73, 96}) {
      typing.key(code);
    }
    feed(typing);
    assertCards("0123456789");
  }

  @Test
  void itDoesNotMatterHowTheBytesAreCut() {
    SplittableRandom random = new SplittableRandom(3);
    byte[] bytes = new Typing().text("0004217788").enter().text("04A1B2C3").enter().bytes();
    for (int run = 0; run < 200; run++) {
      for (int at = 0; at < bytes.length; ) {
        int next = Math.min(bytes.length, at + random.nextInt(1, 70));
        feed(Arrays.copyOfRange(bytes, at, next));
        at = next;
      }
      assertCards("0004217788", "04A1B2C3");
    }
  }

  @Test
  void keysThatAreHeldAreTypedOnce() {
    int five = Typing.code('5');
    Typing held = new Typing().text("12").press(five);
    for (int repeat = 0; repeat < 20; repeat++) {
      held.event(1, five, 2).event(0, 0, 1);
    }
    feed(held.release(five).text("34").enter());
    assertCards("12534");
  }

  @Test
  void shiftAndOtherKeysArePassedOver() {
    Typing french = new Typing().press(Typing.LEFT_SHIFT).text("0004217788");
    feed(french.release(Typing.LEFT_SHIFT).enter());
    feed(new Typing().text("Z12X34Y").enter());
    assertCards("0004217788", "1234");
  }

  @Test
  void halfANumberIsDroppedAfterHalfASecondOfSilence() {
    feed(new Typing().text("99999"));
    clock.advance(Duration.ofMillis(500));
    feed(new Typing().text("0004217788").enter());
    assertCards("0004217788");
    feed(new Typing().text("12345"));
    clock.advance(Duration.ofMillis(499));
    feed(new Typing().text("6"));
    clock.advance(Duration.ofMillis(499));
    feed(new Typing().enter());
    assertCards("123456");
    feed(new Typing().text("12345"));
    clock.advance(Duration.ofMinutes(1));
    feed(new Typing().enter());
    assertCards();
  }

  @Test
  void whatIsNoCardsNumberIsDropped() {
    feed(new Typing().enter().text("123").enter().text("1".repeat(33)).enter());
    assertCards();
    feed(new Typing().text("1".repeat(32)).enter());
    assertCards("1".repeat(32));
  }

  @Test
  void aNumberThatLostKeysOnItsWayIsDroppedAsAWhole() {
    feed(new Typing().text("000421").event(0, 3, 0).text("7788").enter());
    assertCards();
    feed(new Typing().text("0004217788").enter());
    assertCards("0004217788");
    feed(new Typing().event(0, 3, 0));
    clock.advance(Duration.ofSeconds(1));
    feed(new Typing().text("0004217788").enter());
    assertCards("0004217788");
  }

  @Test
  void noBytesBreakIt() {
    SplittableRandom random = new SplittableRandom(9);
    for (int run = 0; run < 2000; run++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      feed(bytes);
    }
    feed(new byte[24 - 1]);
    assertCards();
  }
}
