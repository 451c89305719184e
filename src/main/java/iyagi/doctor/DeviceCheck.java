package iyagi.doctor;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.input.ButtonEvent;
import iyagi.input.Buttons;
import iyagi.input.CardEvent;
import iyagi.input.Cards;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.service.Hardware;
import iyagi.settings.CardReader;
import iyagi.settings.Lights;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import iyagi.settings.Wiring;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Opens every device and gives it back at once; nothing moves, sounds or shines. */
final class DeviceCheck {
  private final Hardware hardware;
  private final RobotProfile profile;
  private final Duration patience;

  DeviceCheck(Hardware hardware, RobotProfile profile, Duration patience) {
    this.hardware = hardware;
    this.profile = profile;
    this.patience = patience;
  }

  List<Finding> sound(String words) {
    try (AudioSink sink = hardware.sound(words)) {
      return works(Part.SOUND, sink.name());
    } catch (AudioFault fault) {
      return broken(Part.SOUND, fault.sentence());
    }
  }

  List<Finding> servos() {
    if (profile.servos() instanceof Servos.None) {
      return without(Part.SERVOS);
    }
    try (ServoBus bus = hardware.servos(profile)) {
      return works(Part.SERVOS, bus.name());
    } catch (ServoFault fault) {
      return broken(Part.SERVOS, fault.sentence());
    }
  }

  List<Finding> lamps() {
    if (profile.lights() instanceof Lights.None) {
      return without(Part.LAMPS);
    }
    try (Lamps lamps = hardware.lamps(profile)) {
      return works(Part.LAMPS, lamps.name());
    } catch (LampFault fault) {
      return broken(Part.LAMPS, fault.sentence());
    }
  }

  List<Finding> buttons() {
    if (profile.buttons() instanceof Wiring.None) {
      return without(Part.BUTTONS);
    }
    try (Buttons buttons = hardware.buttons(profile)) {
      return lost(trouble ->
              buttons.start(
                  event -> {
                    if (event instanceof ButtonEvent.Lost(Sentence reason)) {
                      trouble.accept(reason);
                    }
                  }))
          .map(reason -> broken(Part.BUTTONS, reason))
          .orElseGet(() -> works(Part.BUTTONS, buttons.name()));
    }
  }

  List<Finding> cards() {
    if (profile.cards() instanceof CardReader.None) {
      return without(Part.CARDS);
    }
    try (Cards cards = hardware.cards(profile)) {
      return lost(trouble ->
              cards.start(
                  event -> {
                    if (event instanceof CardEvent.Lost(Sentence reason)) {
                      trouble.accept(reason);
                    }
                  }))
          .map(reason -> broken(Part.CARDS, reason))
          .orElseGet(() -> works(Part.CARDS, cards.name()));
    }
  }

  /** Why a device does not work, if it says so in time. */
  private Optional<Sentence> lost(Consumer<Consumer<Sentence>> start) {
    CompletableFuture<Sentence> trouble = new CompletableFuture<>();
    start.accept(trouble::complete);
    try {
      return Optional.of(trouble.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException silent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<Finding> works(Part part, Sentence name) {
    return List.of(Finding.of(part, Verdict.WORKS, "works", name));
  }

  private static List<Finding> broken(Part part, Sentence reason) {
    return List.of(Finding.of(part, Verdict.BROKEN, "broken", reason));
  }

  private static List<Finding> without(Part part) {
    return List.of(Finding.of(part, Verdict.UNSEEN, "none"));
  }
}
