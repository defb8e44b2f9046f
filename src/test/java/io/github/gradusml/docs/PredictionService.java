package io.github.gradusml.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.gradusml.pipeline.Pipeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service of docs/service.md: loads a model and answers {@code
 * /predict?area_worst=1150&texture_worst=30.9} with the name of a class.
 */
final class PredictionService {
  private static final Logger LOG = LoggerFactory.getLogger(PredictionService.class);

  private final Path file;
  private volatile Pipeline<?> pipeline; // immutable, so that threads share it; swapped whole

  PredictionService(Path file) {
    this.file = file;
    reload();
  }

  /** Takes what is in the file now; if it cannot be used, the error says so and nothing changes. */
  void reload() {
    Pipeline<?> next = Pipeline.load(file);
    if (next.classNames().isEmpty()) {
      throw new IllegalArgumentException("file " + file + " must hold a model with named classes");
    }
    pipeline = next;
    LOG.info("Loaded {} from {}", next.classNames(), file);
  }

  void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    String text;
    try {
      text = pipeline.className(row(exchange.getRequestURI().getRawQuery()));
    } catch (IllegalArgumentException e) { // the caller's: a feature is missing, or no number
      status = 400;
      text = e.getMessage();
    }
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The numbers of a query such as {@code area_worst=1150&texture_worst=30.9}. */
  private static Map<String, Double> row(String query) {
    Map<String, Double> row = new HashMap<>();
    for (String field : query == null ? new String[0] : query.split("&")) {
      String[] parts = field.split("=", 2);
      String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String text = URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8);
      try {
        row.put(name, Double.valueOf(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " must be a number, but was \"" + text + "\"", e);
      }
    }
    return row;
  }

  HttpServer start(int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/predict", this::answer);
    server.start();
    return server;
  }

  public static void main(String[] args) throws IOException {
    new PredictionService(Path.of(args[0])).start(8080);
  }
}
