package iyagi.console;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as a drawing, of which a quarter may be damaged (level Q). Four light modules have to
 * be left around it.
 *
 * @param size modules in a row and rows
 * @param path its dark modules, as the "d" of a path of SVG
 */
record QrCode(int size, String path) {
  /**
   * The code of a text.
   *
   * @throws IllegalArgumentException if it is too long
   */
  static QrCode of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
      return new QrCode(modules.getWidth(), path(modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", e);
    }
  }

  /** Each run of dark modules is one box: edges inside a run would show in print. */
  private static String path(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int run = 0;
      for (int x = 0; x <= modules.getWidth(); x++) {
        if (x < modules.getWidth() && modules.get(x, y) == 1) {
          run++;
        } else if (run > 0) {
          path.append("M%d %dh%dv1h-%dz".formatted(x - run, y, run, run));
          run = 0;
        }
      }
    }
    return path.toString();
  }
}
