package iyagi.words;

/** A fault that says in words for people of any language what is wrong. */
public interface Explained {
  /** What was found and what to do; in English it is the message of the fault. */
  Sentence sentence();
}
