package iyagi.cli;

import iyagi.console.Console;
import iyagi.console.Pin;
import iyagi.service.Desk;
import iyagi.words.Reason;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The PIN of the librarians' pages, for whoever stands at the robot. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description =
        "Prints the one-time code with which the PIN of the librarians' pages is set, or forgets a"
            + " PIN that nobody knows any more.",
    footer = {"", "Examples:", "  iyagi pin", "  iyagi pin --reset"})
final class PinCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--reset",
      description = "Forget the PIN; everybody has to sign in anew with the one that is set next.")
  private boolean reset;

  @Spec private CommandSpec spec;

  PinCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Pin pin = Console.pin(desk.places().data());
    try {
      if (reset) {
        pin.reset();
      }
      spec.commandLine()
          .getOut()
          .println(
              pin.set()
                  ? "A PIN is set. Who has forgotten it: iyagi pin --reset"
                  : "One-time code for setting a PIN on the librarians' pages: " + pin.code());
      return Exit.OK;
    } catch (IOException e) {
      Complaint.say(
          spec.commandLine().getErr(),
          "The PIN in "
              + desk.places().data()
              + " cannot be read or written: "
              + Reason.of(e)
              + ". Run this as the robot's own user.");
      return Exit.PROBLEM;
    }
  }
}
