package iyagi.cli;

import iyagi.service.Desk;
import iyagi.service.WordBook;
import iyagi.speech.SpeechEngine.Pronunciation;
import iyagi.speech.SpeechEngine.Support;
import iyagi.speech.SpeechFault;
import iyagi.story.WordList;
import iyagi.words.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the phones that a text is spoken with, one line for each line of input. */
@Command(
    name = "pronounce",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the phones that a text is spoken with, one line for each line of text.",
      "Words that the library says in its own way (pronunciations.yaml) are shown so.",
      "Words are divided by | and syllables by -, and ' stands before the stressed one."
    },
    footer = {
      "",
      "Example:",
      "  iyagi pronounce \"The bear can't read.\"",
      "  iyagi pronounce < words.txt"
    })
final class PronounceCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "Language of the text, as a code: en, ko … (default: en).")
  private String language;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "What to say. Without it, lines are taken from standard input.")
  private List<String> text = List.of();

  @Spec private CommandSpec spec;
  private WordList words = WordList.NONE;

  PronounceCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Locale locale = Locale.forLanguageTag(language);
    if (desk.engine().supports(locale) instanceof Support.Silent(Sentence reason)) {
      err.println(reason);
      return Exit.PROBLEM;
    }
    WordBook book = new WordBook(desk);
    book.problems().forEach(err::println);
    words = book.words();
    if (!text.isEmpty()) {
      return pronounce(locale, String.join(" ", text), out, err);
    }
    int worst = Exit.OK;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      worst = Math.max(worst, pronounce(locale, line, out, err));
    }
    return worst;
  }

  /** With the library's own words: what is shown is what is heard. */
  private int pronounce(Locale locale, String line, PrintWriter out, PrintWriter err) {
    try {
      List<Pronunciation> spoken = desk.engine().pronounce(locale, line, words.in(locale, line));
      if (spoken.isEmpty() && !line.isBlank()) {
        throw new SpeechFault(Sentence.of("nothing in '{0}' can be spoken in this language", line));
      }
      out.println(spoken.stream().map(PronounceCommand::phones).collect(Collectors.joining(" | ")));
      out.flush();
      return Exit.OK;
    } catch (SpeechFault fault) {
      out.println();
      out.flush();
      err.println(fault.getMessage());
      return Exit.PROBLEM;
    }
  }

  private static String phones(Pronunciation word) {
    return word.phones().isEmpty() ? "(" + word.word() + " is not spoken)" : word.phones();
  }
}
