package iyagi.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks without a browser. */
final class Http implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" content=\"([0-9a-f]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String cookie = "";
  private String token = "";

  Http(RobotInService robot) {
    address = robot.address();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie).build());
  }

  /** As a page of the robot's own does it. */
  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return post(path, json, Map.of("Origin", address, "X-Token", token));
  }

  HttpResponse<String> post(String path, String json, Map<String, String> headers)
      throws IOException, InterruptedException {
    return ask("POST", path, json, headers);
  }

  /** As a page of the robot's own does it. */
  HttpResponse<String> ask(String method, String path, String json)
      throws IOException, InterruptedException {
    return ask(method, path, json, Map.of("Origin", address, "X-Token", token));
  }

  HttpResponse<String> ask(String method, String path, String json, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .method(method, BodyPublishers.ofString(json));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Sends a file, as a page of the robot's own does it. */
  HttpResponse<String> upload(String path, byte[] file) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Cookie", cookie)
            .header("Origin", address)
            .header("X-Token", token)
            .POST(BodyPublishers.ofByteArray(file))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** Shows the PIN. */
  HttpResponse<String> signIn(String pin) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/api/sign-in", "{\"pin\": \"" + pin + "\"}");
    answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith("visit="))
        .findFirst()
        .ifPresent(c -> cookie = c.substring(0, c.indexOf(';')));
    if (answer.statusCode() == 204) {
      Matcher page = TOKEN.matcher(get("/now").body());
      token = page.find() ? page.group(1) : "";
    }
    return answer;
  }

  String cookie() {
    return cookie;
  }

  String token() {
    return token;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
