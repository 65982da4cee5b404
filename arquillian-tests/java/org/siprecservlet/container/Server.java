package org.siprecservlet.container;

/** Where the server under test is reached. */
final class Server {

    static final String HOST = "127.0.0.1";

    private Server() {}

    static int sipPort() {
        return Integer.getInteger("it.sip.port");
    }

    static int httpPort() {
        return Integer.getInteger("it.http.port");
    }
}
