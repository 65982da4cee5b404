package org.siprecservlet.container;

import java.nio.file.Path;

/** Where the server under test is reached. */
public final class Server {

    public static final String HOST = "127.0.0.1";

    private Server() {}

    public static int sipPort() {
        return Integer.getInteger("it.sip.port");
    }

    /** The port of a second socket, which nobody calls. */
    static int secondSipPort() {
        return Integer.getInteger("it.sip.second.port");
    }

    public static int httpPort() {
        return Integer.getInteger("it.http.port");
    }

    /** The server's log. */
    static Path log() {
        return Path.of(System.getProperty("it.log"));
    }
}
