package iyagi.cli;

import iyagi.input.CardBook;
import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.service.Desk;
import iyagi.service.StoryAtHand;
import iyagi.settings.RobotProfile;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which card is which story. */
@Command(
    name = "cards",
    mixinStandardHelpOptions = true,
    description = "Lists the story cards of this robot.",
    footer = {
      "",
      "Examples:",
      "  iyagi cards",
      "  iyagi cards learn bear.ko     then hold a card to the reader",
      "  iyagi cards forget 0004217788"
    })
final class CardsCommand implements Callable<Integer> {
  private static final long PATIENCE_SECONDS = 60;

  private final Desk desk;
  @Spec private CommandSpec spec;

  CardsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return book(
        book -> {
          Map<CardId, String> cards = book.list();
          cards.forEach((card, story) -> out.println(card.number() + "  " + story));
          if (cards.isEmpty()) {
            out.println("No card yet; see: iyagi cards learn --help");
          }
          out.flush();
          return Exit.OK;
        });
  }

  @Command(
      name = "learn",
      mixinStandardHelpOptions = true,
      description =
          "Teaches the robot the next card that is held to its reader. The robot must not be in"
              + " service meanwhile: one program at a time has the reader.",
      footer = {"", "Example:", "  iyagi cards learn bear.ko"})
  int learn(
      @Parameters(paramLabel = "STORY", description = "Name of a story (see: iyagi stories).")
          String story,
      @Option(
              names = "--robot",
              paramLabel = "NAME",
              defaultValue = "",
              description = "Robot profile by name or file, for its reader.")
          String robot)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.make(desk, robot, err);
    if (profile.isEmpty() || StoryAtHand.find(desk, story, Complaint.to(err)).isEmpty()) {
      return Exit.PROBLEM;
    }
    Optional<CardId> card = next(profile.get());
    return card.isEmpty()
        ? Exit.PROBLEM
        : book(
            book -> {
              book.learn(card.get(), story);
              spec.commandLine().getOut().println("This card now starts '" + story + "'.");
              return Exit.OK;
            });
  }

  private Optional<CardId> next(RobotProfile profile) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();
    try (Cards cards = desk.hardware().cards(profile)) {
      cards.start(events::add);
      out.println("Hold a card to the reader (" + cards.name() + ") …");
      out.flush();
      for (CardEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          event != null;
          event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        switch (event) {
          case CardEvent.Placed(CardId card) -> {
            return Optional.of(card);
          }
          case CardEvent.Lost(Sentence reason) -> {
            Complaint.say(err, "The card reader does not work: " + reason);
            return Optional.empty();
          }
          case CardEvent.Doubtful(Sentence reason) -> Complaint.say(err, reason);
          case CardEvent.Removed _, CardEvent.Back _ -> {}
        }
      }
    }
    Complaint.say(err, "No card came within a minute; nothing was learned.");
    return Optional.empty();
  }

  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = "Forgets a card.",
      footer = {"", "Example:", "  iyagi cards forget 0004217788"})
  int forget(@Parameters(paramLabel = "NUMBER", description = "The card's number.") String number) {
    return book(
        book -> {
          if (!CardId.isNumber(number) || !book.forget(new CardId(number))) {
            Complaint.say(spec.commandLine().getErr(), "There is no such card; see: iyagi cards");
            return Exit.PROBLEM;
          }
          spec.commandLine().getOut().println("Forgotten.");
          return Exit.OK;
        });
  }

  /** Work with the book. */
  private interface Work {
    int with(CardBook book) throws IOException;
  }

  private int book(Work work) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      CardBook book = CardBook.open(desk.places().cards());
      book.problems().forEach(err::println);
      return work.with(book);
    } catch (IOException e) {
      Complaint.say(
          err, "The list of cards, " + desk.places().cards() + ", cannot be used: " + Reason.of(e));
      return Exit.PROBLEM;
    }
  }
}
