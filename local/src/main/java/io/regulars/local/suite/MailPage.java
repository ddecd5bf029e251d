package io.regulars.local.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The caught mails for a person ({@code /}) and for a program ({@code /messages}). */
final class MailPage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FRAME = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Caught mail</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c }
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
            article { border-top: 1px solid #ccc; padding: .75rem 0 } h2 { font-size: 1rem; margin: 0 }
            p { color: #595959; margin: 0 } pre { white-space: pre-wrap; font: inherit; margin: .5rem 0 0 }
            </style>
            <h1>Caught mail</h1>
            <p>Nothing here has left this machine. <a href="/messages">The same as JSON</a></p>
            %s
            </html>
            """;
    private static final String MAIL =
            "<article><h2>%s</h2><p>to %s, from %s, <time>%s</time></p><pre>%s</pre></article>\n";

    private final String host;
    private final int port;
    private final MailCatcher catcher;
    private HttpServer server;

    MailPage(String host, int port, MailCatcher catcher) {
        this.host = host;
        this.port = port;
        this.catcher = catcher;
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 50);
        } catch (IOException refused) {
            throw new NotStarted("The mail page did not start on port " + port + ": " + refused.getMessage());
        }
        server.createContext("/messages", exchange -> answer(exchange, "application/json", json()));
        server.createContext("/", exchange -> answer(exchange, "text/html; charset=utf-8", html()));
        server.start();
    }

    void stop() {
        if (server != null) server.stop(0);
    }

    private String json() {
        ArrayNode all = JSON.createArrayNode();
        for (CaughtMail mail : catcher.mails()) {
            all.addObject()
                    .put("id", mail.id())
                    .put("to", mail.to())
                    .put("from", mail.from())
                    .put("subject", mail.subject())
                    .put("text", mail.text())
                    .put("receivedAt", mail.receivedAt().toString());
        }
        return all.toString();
    }

    private String html() {
        StringBuilder mails = new StringBuilder();
        for (CaughtMail mail : catcher.mails()) {
            mails.append(MAIL.formatted(
                    safe(mail.subject()), safe(mail.to()), safe(mail.from()), mail.receivedAt(), safe(mail.text())));
        }
        return FRAME.formatted(mails.isEmpty() ? "<p>No mail yet.</p>" : mails);
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
