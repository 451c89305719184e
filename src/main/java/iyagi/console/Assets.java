package iyagi.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Scripts, styles and drawings from inside the program. Each is read and packed once; a browser
 * that has it already gets only that answer.
 */
final class Assets implements Part {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}\\.(js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z0-9-]+\\.js)\"");

  private record Asset(String type, String tag, byte[] plain, byte[] packed) {}

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  /** With the words of every language as modules beside what is in the program. */
  Assets(Map<String, Words> words) {
    words.forEach(
        (language, each) ->
            assets.put(
                "words-" + language + ".js",
                asset("js", each.module().getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public void routes(Door door) {
    door.always("/assets/{name}", this::answer);
  }

  private Answer answer(Ask ask) {
    Asset asset = find(ask.path("name")).orElseThrow(() -> new Refused(404, "not-found"));
    Answer answer =
        ask.header("If-None-Match").orElse("").contains(asset.tag)
            ? new Answer(304, Map.of(), _ -> {})
            : whole(asset, ask.header("Accept-Encoding").orElse("").contains("gzip"));
    return answer
        .with("ETag", asset.tag)
        .with("Cache-Control", "no-cache")
        .with("Vary", "Accept-Encoding");
  }

  /** Every script that a script needs, and those that these need: to be fetched at once. */
  List<String> needed(String script) {
    Set<String> needed = new LinkedHashSet<>();
    need(script, needed);
    needed.remove(script);
    return List.copyOf(needed);
  }

  private void need(String script, Set<String> needed) {
    if (needed.add(script)) {
      String text = find(script).map(a -> new String(a.plain, StandardCharsets.UTF_8)).orElse("");
      IMPORT.matcher(text).results().forEach(found -> need(found.group(1), needed));
    }
  }

  private static Answer whole(Asset asset, boolean packed) {
    return packed
        ? Answer.bytes(asset.type, asset.packed).with("Content-Encoding", "gzip")
        : Answer.bytes(asset.type, asset.plain);
  }

  private Optional<Asset> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Asset known = assets.get(name);
    return known != null ? Optional.of(known) : read(name);
  }

  private Optional<Asset> read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        return Optional.empty();
      }
      String ending = name.substring(name.indexOf('.') + 1);
      Asset asset = asset(ending, in.readAllBytes());
      assets.put(name, asset);
      return Optional.of(asset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset asset(String ending, byte[] bytes) {
    return new Asset(TYPES.get(ending), tag(bytes), bytes, packed(bytes));
  }

  /** Strong: the same bytes have it and no others. */
  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
