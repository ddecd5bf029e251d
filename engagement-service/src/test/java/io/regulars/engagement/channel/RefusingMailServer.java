package io.regulars.engagement.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes one call and has one answer to every recipient. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final String answer;

    RefusingMailServer(String answer) throws IOException {
        this.answer = answer;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve, "refusing-mail-server");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try (Socket call = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII))) {
            say(call, "220 refusing");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(call, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException closed) {
            if (!door.isClosed()) throw new UncheckedIOException(closed);
        }
    }

    private static void say(Socket call, String line) throws IOException {
        call.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        call.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
