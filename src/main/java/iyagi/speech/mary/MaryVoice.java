package iyagi.speech.mary;

import iyagi.speech.SpeechFault;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import marytts.datatypes.MaryDataType;
import marytts.htsengine.HMMVoice;
import marytts.modules.JPhonemiser;
import marytts.modules.MaryModule;
import marytts.modules.ModuleRegistry;
import marytts.modules.synthesis.Voice;
import marytts.server.Mary;
import marytts.server.MaryProperties;

/**
 * MaryTTS, started, with its one English voice. There is one for the whole process, because MaryTTS
 * keeps its state in static fields.
 *
 * @param voice whose models are only read
 * @param phonemiser with the lexicon; one thread at a time
 * @param toPhones the modules from finished words to phones, in order; one thread at a time
 * @param toDurations the modules from phones to durations and pitch; one thread at a time
 */
record MaryVoice(
    HMMVoice voice,
    JPhonemiser phonemiser,
    List<MaryModule> toPhones,
    List<MaryModule> toDurations) {
  static final String NAME = "cmu-slt-hsmm";
  private static final String DICTIONARY = "/iyagi/speech/mary/words.en.txt";

  /**
   * Starts MaryTTS when first called. Takes a second or two.
   *
   * @throws SpeechFault if it does not start; then it never will in this process
   */
  static MaryVoice started() {
    return Once.VOICE.orElseThrow(() -> new SpeechFault(Once.failure));
  }

  /** MaryTTS can be started only once, so a failure is kept and told again. */
  private static final class Once {
    static Sentence failure = Sentence.NOTHING;
    static final Optional<MaryVoice> VOICE = start();

    private static Optional<MaryVoice> start() {
      prepareProcess();
      try {
        System.setProperty("en_US.userdict", dictionary().toString());
        Mary.startup(false);
        checkConfiguration();
        return Optional.of(assembled());
      } catch (Exception e) { // Mary.startup declares it; whatever it is, there is no voice
        failure =
            Sentence.of(
                "the English voice (MaryTTS) does not start: {0}", e + reason(e.getCause()));
        return Optional.empty();
      }
    }

    private static String reason(Throwable cause) {
      return cause == null ? "" : ", because of " + cause + reason(cause.getCause());
    }
  }

  /**
   * What MaryTTS 5.2.1 trips over: it cuts three characters from java.version ("25", "26-ea"), and
   * formats numbers in the default locale and reads them back as ASCII (Arabic digits).
   */
  private static void prepareProcess() {
    String version = System.getProperty("java.version", "");
    if (!version.matches("\\d\\d\\.\\d.*")) {
      System.setProperty("java.version", Runtime.version().feature() + ".0.0");
    }
    Locale.setDefault(Locale.ROOT);
    if (System.getProperty("mary.base") == null) {
      System.setProperty("mary.base", System.getProperty("java.io.tmpdir"));
    }
  }

  /** MaryTTS reads dictionaries from files only. */
  private static Path dictionary() throws IOException {
    Path file = Files.createTempFile("iyagi-words", ".txt");
    file.toFile().deleteOnExit();
    try (InputStream words = MaryVoice.class.getResourceAsStream(DICTIONARY)) {
      Files.copy(words, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static void checkConfiguration() {
    if (MaryProperties.getProperty("iyagi.trimmed") == null
        || MaryProperties.getProperty("iyagi.trimmed.en") == null) {
      throw new IllegalStateException(
          "MaryTTS read its own configuration; iyagi.jar must come before the MaryTTS jars on the"
              + " class path");
    }
  }

  private static MaryVoice assembled() throws Exception {
    HMMVoice voice = (HMMVoice) Voice.getVoice(NAME);
    List<MaryModule> toPhones = modules("WORDS", "ALLOPHONES", voice);
    List<MaryModule> toDurations = modules("ALLOPHONES", "ACOUSTPARAMS", voice);
    JPhonemiser phonemiser = (JPhonemiser) ModuleRegistry.getModule(JPhonemiser.class);
    return new MaryVoice(voice, phonemiser, toPhones, toDurations);
  }

  private static List<MaryModule> modules(String from, String to, Voice voice) throws Exception {
    List<MaryModule> modules =
        ModuleRegistry.modulesRequiredForProcessing(
            MaryDataType.get(from), MaryDataType.get(to), Locale.US, voice);
    for (MaryModule module : modules) {
      if (module.getState() == MaryModule.MODULE_OFFLINE) {
        module.startup();
      }
    }
    return List.copyOf(modules);
  }
}
