package iyagi.speech.mary;

import iyagi.speech.SpeechEngine.Pronunciation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryXML;
import marytts.features.FeatureRegistry;
import marytts.features.TargetFeatureComputer;
import marytts.modules.MaryModule;
import marytts.modules.TargetFeatureLister;
import marytts.unitselection.select.Target;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * MaryTTS' analysis of finished words: phones, lengths, pitch and the features that its models are
 * looked up with. One sentence at a time: its modules share state. Any thread.
 */
final class FrontEnd implements Lexicon {
  private static final String WORD = "word";
  private static final String PHONES = "ph";

  private final MaryVoice mary;

  /** The analysis of a sentence takes a hundredth of a second. */
  private static final long PATIENCE_SECONDS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final TargetFeatureLister lister = new TargetFeatureLister();

  FrontEnd(MaryVoice mary) {
    this.mary = mary;
  }

  /**
   * A sentence, analysed.
   *
   * @param targets with their features, one for each segment
   * @param segments hold length and pitch, read by the models
   */
  record Analysis(List<Target> targets, List<Element> segments) {
    /** The phone of a segment, "_" for a pause. */
    String phone(int segment) {
      Element element = segments.get(segment);
      return element.getTagName().equals(MaryXML.PHONE) ? element.getAttribute("p") : "_";
    }

    /** Whether any sound is made. */
    boolean speaks() {
      for (int i = 0; i < segments.size(); i++) {
        if (!phone(i).equals("_")) {
          return true;
        }
      }
      return false;
    }

    /** Which written word a segment belongs to; -1 for a pause. */
    int word(int segment) {
      for (Node n = segments.get(segment); n != null; n = n.getParentNode()) {
        if (n instanceof Element e && e.hasAttribute(WORD)) {
          return Integer.parseInt(e.getAttribute(WORD));
        }
      }
      return -1;
    }
  }

  @Override
  public boolean knows(String word) {
    enter();
    try {
      return mary.phonemiser().userdictLookup(word, null) != null
          || mary.phonemiser().lexiconLookup(word, null) != null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<String> phones(String word) {
    enter();
    try {
      return Optional.ofNullable(mary.phonemiser().phonemise(word, null, new StringBuilder()))
          .map(String::strip)
          .filter(phones -> !phones.isEmpty());
    } finally {
      lock.unlock();
    }
  }

  /** A sentence that MaryTTS never finishes must not hold up all others for ever. */
  private void enter() {
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new MaryFault("the analysis of an earlier sentence does not end", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MaryFault("the work was interrupted", e);
    }
  }

  /** The symbols that phones are written with. */
  Set<String> symbols() {
    return mary.phonemiser().getAllophoneSet().getAllophoneNames();
  }

  /**
   * Analyses a sentence.
   *
   * @throws MaryFault if MaryTTS gives up
   */
  Analysis analyse(SpokenSentence sentence, Delivery delivery) {
    enter();
    try {
      Document document = run(mary.toPhones(), document(sentence));
      List<Element> segments = new ArrayList<>();
      collect(run(mary.toDurations(), document).getDocumentElement(), segments);
      segments.forEach(segment -> stretch(segment, delivery));
      String features = mary.voice().getHMMData().getFeatureDefinition().getFeatureNames();
      TargetFeatureComputer computer =
          FeatureRegistry.getTargetFeatureComputer(mary.voice(), features);
      return new Analysis(lister.getListTargetFeatures(computer, segments), List.copyOf(segments));
    } finally {
      lock.unlock();
    }
  }

  /**
   * How the words of a sentence are spoken.
   *
   * @throws MaryFault if MaryTTS gives up
   */
  List<Pronunciation> pronounce(SpokenSentence sentence) {
    enter();
    try {
      Document document = run(mary.toPhones(), document(sentence));
      NodeList tokens = document.getElementsByTagName(MaryXML.TOKEN);
      List<Pronunciation> words = new ArrayList<>();
      for (int i = 0; i < tokens.getLength(); i++) {
        Element token = (Element) tokens.item(i);
        if (token.hasAttribute(WORD)) {
          words.add(
              new Pronunciation(
                  token.getTextContent().strip(), token.getAttribute(PHONES).strip()));
        }
      }
      return words;
    } finally {
      lock.unlock();
    }
  }

  private static Document document(SpokenSentence sentence) {
    Document document = MaryXML.newDocument();
    Element root = document.getDocumentElement();
    root.setAttribute("xml:lang", "en-US");
    Element s = append(append(root, MaryXML.PARAGRAPH), MaryXML.SENTENCE);
    for (Token token : sentence.tokens()) {
      Element t = append(s, MaryXML.TOKEN);
      switch (token) {
        case Token.Spoken(String text, int word, String phones) -> {
          t.setTextContent(text);
          t.setAttribute(WORD, Integer.toString(word));
          if (!phones.isEmpty()) {
            t.setAttribute(PHONES, phones);
          }
        }
        case Token.Mark(char sign) -> {
          t.setTextContent(String.valueOf(sign));
          t.setAttribute("pos", ".");
        }
      }
    }
    return document;
  }

  private static Element append(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(MaryXML.getNamespace(), name);
    parent.appendChild(child);
    return child;
  }

  private Document run(List<MaryModule> modules, Document document) {
    Document at = document;
    for (MaryModule module : modules) {
      MaryData in = new MaryData(module.getInputType(), Locale.US);
      in.setDocument(at);
      in.setDefaultVoice(mary.voice());
      try {
        at = module.process(in).getDocument();
      } catch (Exception e) { // the modules declare Exception and mean it
        throw new MaryFault(module.name(), e);
      }
    }
    return at;
  }

  private static void collect(Element under, List<Element> segments) {
    NodeList children = under.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element e) {
        if (e.getTagName().equals(MaryXML.PHONE) || e.getTagName().equals(MaryXML.BOUNDARY)) {
          segments.add(e);
        } else {
          collect(e, segments);
        }
      }
    }
  }

  /** MaryTTS' own way to change the rate does something else than it says; so we do it. */
  private static void stretch(Element segment, Delivery delivery) {
    boolean pause = segment.getTagName().equals(MaryXML.BOUNDARY);
    String attribute = pause ? "duration" : "d";
    String millis = segment.getAttribute(attribute);
    if (!millis.isEmpty()) {
      double factor = pause ? delivery.pauses() : delivery.stretch();
      segment.setAttribute(attribute, Double.toString(Double.parseDouble(millis) * factor));
    }
  }
}
