package org.siprecservlet.testkit.sip;

import java.io.IOException;
import java.net.InetSocketAddress;

/** The way on which a message came in or goes out: a UDP peer or a TCP connection. */
interface Flow {

    Transport transport();

    InetSocketAddress local();

    InetSocketAddress remote();

    /** Whether something can still be sent on it. */
    boolean isOpen();

    void send(byte[] message) throws IOException;
}
