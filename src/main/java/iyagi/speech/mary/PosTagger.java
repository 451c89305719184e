package iyagi.speech.mary;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import marytts.server.MaryProperties;
import marytts.util.MaryUtils;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Tells MaryTTS what part of speech a word is. MaryTTS' own module calls a method that OpenNLP 2 no
 * longer has. Public because MaryTTS makes it by name, from the configuration.
 */
public final class PosTagger extends InternalModule {
  private final String prefix;
  private POSTaggerME tagger;

  /** As named in the configuration: a locale and the prefix of its properties. */
  public PosTagger(String locale, String prefix) {
    super(
        "PosTagger",
        MaryDataType.WORDS,
        MaryDataType.PARTSOFSPEECH,
        MaryUtils.string2locale(locale));
    this.prefix = prefix;
  }

  // MaryTTS declares Exception; the model's reader is what can fail.
  @Override
  public void startup() throws Exception {
    super.startup();
    try (InputStream model = MaryProperties.needStream(prefix + ".model")) {
      tagger = new POSTaggerME(new POSModel(model), POSTagFormat.PENN);
    } catch (IOException e) {
      throw new IOException("the part-of-speech model for " + prefix + " is unreadable", e);
    }
  }

  @Override
  public MaryData process(MaryData words) {
    Document document = words.getDocument();
    NodeList sentences = document.getElementsByTagName(MaryXML.SENTENCE);
    for (int i = 0; i < sentences.getLength(); i++) {
      tag((Element) sentences.item(i));
    }
    MaryData tagged = new MaryData(getOutputType(), words.getLocale());
    tagged.setDocument(document);
    return tagged;
  }

  private void tag(Element sentence) {
    NodeList tokens = sentence.getElementsByTagName(MaryXML.TOKEN);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.getLength(); i++) {
      texts.add(tokens.item(i).getTextContent().strip());
    }
    String[] parts = tagger.tag(texts.toArray(String[]::new));
    for (int i = 0; i < parts.length; i++) {
      ((Element) tokens.item(i)).setAttribute("pos", parts[i]);
    }
  }
}
