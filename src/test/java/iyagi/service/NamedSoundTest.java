package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.audio.sim.SilentSink;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NamedSoundTest {
  private final List<String> asked = new ArrayList<>();

  private NamedSound sound(String words, String found) {
    return new NamedSound(
        words,
        each -> {
          asked.add(each);
          return new SilentSink(new ManualClock(), Sentence.plain(found));
        });
  }

  @Test
  void theDeviceThatWasTakenFirstIsTheOneThatIsOpenedAgainOnWhateverSocketItIs() {
    NamedSound sound = sound("", "Device [plughw:1,0]");
    sound.get();
    sound.get();
    assertEquals(List.of("", "Device"), asked);
  }

  @Test
  void aDeviceThatWasNamedIsAskedForByThatName() {
    NamedSound sound = sound("usb", "USB Audio [plughw:2,0]");
    sound.get();
    sound.get();
    assertEquals(List.of("usb", "usb"), asked);
  }
}
