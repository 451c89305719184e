package iyagi.console;

import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser gets. Nothing of it is kept by browsers or on the way, unless a header says so.
 *
 * @param status of HTTP
 * @param headers beside those that every answer has
 * @param cookies for the browser to keep
 * @param body written while the browser takes it
 */
record Answer(int status, Map<String, String> headers, List<String> cookies, Body body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is in an answer. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  Answer {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  Answer(int status, Map<String, String> headers, Body body) {
    this(status, headers, List.of(), body);
  }

  /** A value as JSON; records, lists and maps of plain values. */
  static Answer json(Object value) {
    return json(200, value);
  }

  static Answer json(int status, Object value) {
    return bytes("application/json", JSON.writeValueAsBytes(value)).status(status);
  }

  /** It is done, and there is nothing to say. */
  static Answer done() {
    return new Answer(204, Map.of(), _ -> {});
  }

  /** To another page. */
  static Answer elsewhere(String path) {
    return new Answer(303, Map.of("Location", path), _ -> {});
  }

  /** All of it at once. */
  static Answer bytes(String type, byte[] bytes) {
    return new Answer(
        200,
        Map.of("Content-Type", type, "Content-Length", Integer.toString(bytes.length)),
        out -> out.write(bytes));
  }

  /** Sound, which a browser may keep for an hour. */
  static Answer wav(Pcm sound) {
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    wav.writeBytes(Wav.header(sound.sampleRateHz(), sound.samples().length));
    wav.writeBytes(Wav.bytes(sound.samples()));
    return bytes("audio/wav", wav.toByteArray()).with("Cache-Control", "private, max-age=3600");
  }

  /** Piece by piece, of a length that is not known. */
  static Answer stream(String type, Body body) {
    return new Answer(200, Map.of("Content-Type", type), body);
  }

  /** The same as a file to keep: a browser saves it under that name. */
  Answer download(String fileName) {
    String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
    return with("Content-Disposition", "attachment; filename=\"" + plain + "\"");
  }

  Answer status(int other) {
    return new Answer(other, headers, cookies, body);
  }

  Answer with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, cookies, body);
  }

  Answer cookie(String cookie) {
    List<String> all = new ArrayList<>(cookies);
    all.add(cookie);
    return new Answer(status, headers, all, body);
  }
}
