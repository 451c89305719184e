package iyagi.speech.mary;

import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine.Pronunciation;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.speech.mary.FrontEnd.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A phrase's way through normalisation, MaryTTS and finish. Any thread. */
final class Speaker {
  private final FrontEnd frontEnd;
  private final OnePass synthesis;
  private final EnglishText text;
  private final Respelling respelling;

  private Speaker(FrontEnd frontEnd, OnePass synthesis) {
    this.frontEnd = frontEnd;
    this.synthesis = synthesis;
    this.text = new EnglishText(frontEnd);
    this.respelling = new Respelling(frontEnd, frontEnd.symbols());
  }

  /** Starts MaryTTS. */
  static Speaker started() {
    MaryVoice mary = MaryVoice.started();
    return new Speaker(new FrontEnd(mary), new OnePass(mary.voice().getHMMData()));
  }

  Utterance speak(Phrase phrase) {
    Speakable speakable = text.read(phrase.text(), respelling.phones(phrase.pronunciations()));
    Delivery delivery = Delivery.of(phrase);
    Track track = new Track(speakable);
    try {
      for (SpokenSentence sentence : speakable.sentences()) {
        Analysis analysis = frontEnd.analyse(sentence, delivery);
        if (analysis.speaks()) {
          track.add(analysis, synthesis.speak(analysis, delivery, sentence.end()));
        }
      }
    } catch (MaryFault e) {
      throw new SpeechFault(Unspoken.failed(phrase.text(), e), e);
    }
    return track.utterance();
  }

  List<Pronunciation> pronounce(String written, Map<String, String> pronunciations) {
    List<Pronunciation> words = new ArrayList<>();
    try {
      for (SpokenSentence sentence :
          text.read(written, respelling.phones(pronunciations)).sentences()) {
        words.addAll(frontEnd.pronounce(sentence));
      }
    } catch (MaryFault e) {
      throw new SpeechFault(Unspoken.notAnalysed(written, e), e);
    }
    return words;
  }
}
