package iyagi.input.pcsc;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;

/**
 * A slot through javax.smartcardio. Java connects to pcscd once in a process and never again
 * (sun.security.smartcardio.PCSCTerminals keeps its context in a static field, also in Java 25): a
 * reader may come and go, but after pcscd itself has been restarted, so must be this program. That
 * is said in the message.
 */
final class SmartcardSlot implements CardSlot {
  private final CardTerminal terminal;

  private SmartcardSlot(CardTerminal terminal) {
    this.terminal = terminal;
  }

  static CardSlot find(String words) throws IOException {
    List<CardTerminal> all = terminals();
    for (CardTerminal terminal : all) {
      if (hasWords(terminal.getName(), words)) {
        return new SmartcardSlot(terminal);
      }
    }
    throw new Hindrance(
        Sentence.of(
            "there is no such reader; connected are {0}; plug it in, or correct cards.reader in the"
                + " robot's profile",
            all.isEmpty()
                ? Sentence.of("none")
                : String.join(", ", all.stream().map(t -> "'" + t.getName() + "'").toList())));
  }

  private static boolean hasWords(String name, String words) {
    String lower = name.toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).trim().split("\\s+", -1)).stream()
        .allMatch(lower::contains);
  }

  /** Asked for by name each time: the default factory would remember that there was no service. */
  private static List<CardTerminal> terminals() throws IOException {
    try {
      return TerminalFactory.getInstance("PC/SC", null).terminals().list();
    } catch (NoSuchAlgorithmException noService) {
      throw new Hindrance(
          Sentence.of(
              "no service for card readers is running; on Debian and Raspberry Pi OS: sudo apt"
                  + " install pcscd libpcsclite1, then sudo systemctl enable --now pcscd.socket"
                  + " ({0})",
              code(noService)),
          noService);
    } catch (CardException none) {
      String code = code(none);
      if (code.contains("NO_READERS")) {
        return List.of();
      }
      throw new Hindrance(told(code), none);
    }
  }

  private static Sentence told(String code) {
    boolean stale =
        code.contains("INVALID_HANDLE")
            || code.contains("COMM_ERROR")
            || code.contains("NO_SERVICE")
            || code.contains("SERVICE_STOPPED");
    return stale
        ? Sentence.of(
            "the service pcscd has ended or was restarted, and Java cannot connect to it a second"
                + " time: restart this program (sudo systemctl restart iyagi) ({0})",
            code)
        : Sentence.of("it does not answer ({0}); plug it in again", code);
  }

  /** The innermost reason: "SCARD_E_NO_SERVICE". */
  private static String code(Throwable refused) {
    Throwable root = refused;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  @Override
  public boolean awaitCard(Duration patience) throws IOException {
    try {
      return terminal.waitForCardPresent(patience.toMillis());
    } catch (CardException gone) {
      throw new Hindrance(told(code(gone)), gone);
    }
  }

  @Override
  public boolean awaitNone(Duration patience) throws IOException {
    try {
      return terminal.waitForCardAbsent(patience.toMillis());
    } catch (CardException gone) {
      throw new Hindrance(told(code(gone)), gone);
    }
  }

  @Override
  public byte[] ask(byte[] command) throws NoCard {
    try {
      Card card = terminal.connect("*");
      try {
        return card.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
      } finally {
        card.disconnect(false);
      }
    } catch (CardException | IllegalStateException silent) {
      throw new NoCard(silent);
    }
  }

  /** Terminals of javax.smartcardio cannot be given back; the next one is another view of it. */
  @Override
  public void close() {
    // nothing is held between two commands
  }
}
