package iyagi.cli;

import iyagi.service.Desk;
import iyagi.speech.SpeechEngine.Pronunciation;
import iyagi.speech.SpeechEngine.Support;
import iyagi.speech.SpeechFault;
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

  PronounceCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Locale locale = Locale.forLanguageTag(language);
    if (desk.engine().supports(locale) instanceof Support.Silent(String reason)) {
      err.println(reason);
      return Exit.PROBLEM;
    }
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

  private int pronounce(Locale locale, String line, PrintWriter out, PrintWriter err) {
    try {
      List<Pronunciation> words = desk.engine().pronounce(locale, line);
      if (words.isEmpty() && !line.isBlank()) {
        throw new SpeechFault("nothing in '" + line + "' can be spoken in this language");
      }
      out.println(words.stream().map(PronounceCommand::phones).collect(Collectors.joining(" | ")));
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
