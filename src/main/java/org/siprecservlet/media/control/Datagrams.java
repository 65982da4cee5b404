package org.siprecservlet.media.control;

import java.util.function.Consumer;

/** A socket for datagrams of text to and from one address. Never blocks; any thread may call it. */
public interface Datagrams extends AutoCloseable {

    /** Has everything that comes told, one after another, on a thread of the socket's. Asked once, before anything is sent. */
    void receive(Consumer<String> received);

    /** Sends it, or loses it without a word, as datagrams are. */
    void send(String datagram);

    @Override
    void close();
}
