package iyagi.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words. */
public final class Reason {
  private Reason() {}

  /** Without the file's name, which the sentence around it has. */
  public static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "this user may not";
      case NoSuchFileException _ -> "it is not there";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      case FileSystemException _ -> "there is a file where a folder should be";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
