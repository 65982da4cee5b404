package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP requests as no client library would send them: with any Host, any path, any framing. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 15_000;

    private RawHttp() {}

    /**
     * Sends a request of these lines and returns the answer, all of it.
     *
     * @param lines the request line and headers; Connection: close is added
     */
    static String send(String... lines) {
        return sendWithBody("", lines);
    }

    static String sendWithBody(String body, String... lines) {
        String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(Server.HOST, Server.httpPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of an answer. */
    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
