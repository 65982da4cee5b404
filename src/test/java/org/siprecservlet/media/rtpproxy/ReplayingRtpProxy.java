package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.siprecservlet.media.control.Datagrams;

/**
 * Answers what a transcript has, byte for byte, and only to what the transcript says was asked, in that order. It is no
 * RTPProxy: it understands nothing.
 */
final class ReplayingRtpProxy implements Datagrams {

    private final Queue<Transcript.Exchange> script;
    private final Map<String, String> names = new LinkedHashMap<>();
    private Consumer<String> receiver;

    ReplayingRtpProxy(List<Transcript.Exchange> script) {
        this.script = new ArrayDeque<>(script);
    }

    /** Has a word of ours stand for one of the transcript's: names of calls and tags are free. */
    ReplayingRtpProxy calling(String ours, String theirs) {
        names.put(ours, theirs);
        return this;
    }

    /** Has our cookies stand for those of the transcript. */
    private String renamed(String datagram, Transcript.Exchange expected) {
        String text = expected.cookie() + datagram.substring(datagram.indexOf(' '));
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    @Override
    public void receive(Consumer<String> received) {
        receiver = received;
    }

    @Override
    public void send(String datagram) {
        Transcript.Exchange exchange = script.remove();
        assertThat(renamed(datagram, exchange)).isEqualTo(exchange.datagram());
        if (exchange.reply() != null) {
            String cookie = datagram.substring(0, datagram.indexOf(' '));
            receiver.accept(
                    cookie + exchange.reply().substring(exchange.cookie().length()));
        }
    }

    /** Whether everything was asked that the transcript has. */
    boolean isOver() {
        return script.isEmpty();
    }

    @Override
    public void close() {}
}
