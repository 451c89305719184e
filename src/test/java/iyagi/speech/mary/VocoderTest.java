package iyagi.speech.mary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSVocoder;
import org.junit.jupiter.api.Test;

final class VocoderTest {
  private static final MaryVoice MARY = MaryVoice.started();

  private static HTSParameterGeneration frames() {
    SpokenSentence sentence =
        new SpokenSentence(
            List.of(
                new Token.Spoken("six", 0, ""),
                new Token.Spoken("zebras", 1, ""),
                new Token.Mark(','),
                new Token.Spoken("jumped", 2, ""),
                new Token.Mark('.')),
            '.');
    Delivery delivery = new Delivery(1, 1, 0, 1, 1, 0, 0);
    FrontEnd.Analysis analysis = new FrontEnd(MARY).analyse(sentence, delivery);
    return new OnePass(MARY.voice().getHMMData()).frames(analysis, delivery, '.').parameters();
  }

  @Test
  void givesTheSamplesOfMaryTtsOwnVocoder() throws Exception {
    HTSParameterGeneration frames = frames();
    HMMData voice = MARY.voice().getHMMData();
    double[] theirs =
        new HTSVocoder()
            .htsMLSAVocoder(
                frames.getlf0Pst(),
                frames.getMcepPst(),
                frames.getStrPst(),
                frames.getMagPst(),
                frames.getVoicedArray(),
                voice,
                null);

    double[] ours = Vocoder.sound(frames, voice, voice.getAlpha());

    assertTrue(Arrays.stream(theirs).map(Math::abs).max().orElse(0) > 5_000);
    assertArrayEquals(theirs, ours, 1e-6);
  }
}
