package org.siprecservlet.container;

/** Where the server under test is reached. */
public final class Server {

    public static final String HOST = "127.0.0.1";

    private Server() {}

    public static int sipPort() {
        return Integer.getInteger("it.sip.port");
    }

    public static int httpPort() {
        return Integer.getInteger("it.http.port");
    }
}
