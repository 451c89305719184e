package iyagi.library;

import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words. */
final class Reason {
  private Reason() {}

  static Sentence of(IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          Sentence.of("the robot may not use {0}", denied.getFile());
      case NoSuchFileException missing -> Sentence.of("there is no {0}", missing.getFile());
      case FileSystemException file when file.getReason() != null ->
          iyagi.words.Reason.said(file.getReason());
      default -> iyagi.words.Reason.told(e);
    };
  }
}
