package iyagi.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VoicesTest {
  @Test
  void hasTenCharactersOrMoreAndTheNarratorFirst() {
    assertTrue(Voices.names().size() >= 10);
    assertEquals("narrator", Voices.names().iterator().next());
    assertEquals(
        Voices.names().size(),
        Voices.names().stream().map(name -> Voices.named(name).orElseThrow()).distinct().count());
  }

  @Test
  void findsAVoiceHoweverItsNameIsWritten() {
    assertSame(Voices.NARRATOR, Voices.named("Narrator").orElseThrow());
    assertEquals(Optional.empty(), Voices.named("dragon"));
  }
}
