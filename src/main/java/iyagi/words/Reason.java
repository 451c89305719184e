package iyagi.words;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file or a device could not be used, in words. */
public final class Reason {
  private Reason() {}

  /** Without the file's name, which the sentence around it has. */
  public static Sentence of(IOException e) {
    return switch (e) {
      case Hindrance own -> own.sentence();
      case AccessDeniedException _ -> Sentence.of("this user may not");
      case NoSuchFileException _ -> Sentence.of("it is not there");
      case FileSystemException named when named.getReason() != null -> said(named.getReason());
      case FileSystemException _ -> Sentence.of("there is a file where a folder should be");
      case UnknownHostException unknown when unknown.getMessage() != null ->
          Sentence.of("the name '{0}' is unknown", unknown.getMessage());
      default -> told(e);
    };
  }

  /** What a fault of any kind says of itself; the name of its kind if it says nothing. */
  public static Sentence told(Throwable fault) {
    return switch (fault) {
      case Explained own -> own.sentence();
      case Throwable silent when silent.getMessage() == null ->
          Sentence.plain(silent.getClass().getSimpleName());
      default -> said(fault.getMessage());
    };
  }

  /** What lies below all layers of a fault says more than they do. */
  public static Sentence innermost(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return told(root);
  }

  /**
   * What the system has said: as it is written by the GNU C library (errlist.h), which Java and
   * Pi4J repeat, and what Pi4J says where there are no pins. What is not known here stays as it is.
   */
  public static Sentence said(String text) {
    return switch (text) {
      case "No space left on device" -> Sentence.of("No space left on device");
      case "Disk quota exceeded" -> Sentence.of("Disk quota exceeded");
      case "Read-only file system" -> Sentence.of("Read-only file system");
      case "Permission denied" -> Sentence.of("Permission denied");
      case "Operation not permitted" -> Sentence.of("Operation not permitted");
      case "No such file or directory" -> Sentence.of("No such file or directory");
      case "No such device" -> Sentence.of("No such device");
      case "No such device or address" -> Sentence.of("No such device or address");
      case "Not a directory" -> Sentence.of("Not a directory");
      case "Is a directory" -> Sentence.of("Is a directory");
      case "Directory not empty" -> Sentence.of("Directory not empty");
      case "File exists" -> Sentence.of("File exists");
      case "File too large" -> Sentence.of("File too large");
      case "File name too long" -> Sentence.of("File name too long");
      case "Too many open files" -> Sentence.of("Too many open files");
      case "Input/output error" -> Sentence.of("Input/output error");
      case "Remote I/O error" -> Sentence.of("Remote I/O error");
      case "Device or resource busy" -> Sentence.of("Device or resource busy");
      case "Invalid argument" -> Sentence.of("Invalid argument");
      case "Connection refused" -> Sentence.of("Connection refused");
      case "Connection reset", "Connection reset by peer" -> Sentence.of("Connection reset");
      case "Connection timed out", "Connect timed out", "Read timed out" ->
          Sentence.of("Connection timed out");
      case "Broken pipe" -> Sentence.of("Broken pipe");
      case "No route to host", "Network is unreachable" -> Sentence.of("Network is unreachable");
      case "No gpio chip yet initialized!" -> Sentence.of("No gpio chip yet initialized!");
      case "Address already in use" -> Sentence.of("Address already in use");
      default -> Sentence.plain(text);
    };
  }
}
