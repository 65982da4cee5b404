package org.siprecservlet.media.rtpproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.siprecservlet.media.control.Datagrams;

/**
 * A small RTPProxy in memory that carries nothing, answers at once, and misbehaves as it is told. Every datagram that it is
 * sent is kept.
 */
final class FakeRtpProxy implements Datagrams {

    private final List<String> datagrams = new ArrayList<>();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private UnaryOperator<String> wire = datagram -> datagram;
    private int nextPort = 42000;
    private Consumer<String> receiver;
    private boolean down;

    /** Has commands that begin like this be answered so, instead of well; with nothing: not at all. */
    FakeRtpProxy answers(String beginning, String... replies) {
        answers.put(beginning, List.of(replies));
        return this;
    }

    /** Answers well again. */
    void behaves() {
        answers.clear();
        wire = datagram -> datagram;
        down = false;
    }

    void isDown() {
        down = true;
    }

    /** Has every datagram be changed before it is sent. */
    void distorts(UnaryOperator<String> change) {
        wire = change;
    }

    /** Has forgotten all calls. */
    void restarts() {
        ports.clear();
    }

    /** What it was asked since the last time this was called, without cookies. */
    List<String> asked() {
        List<String> asked = datagrams.stream()
                .map(datagram -> datagram.substring(datagram.indexOf(' ') + 1))
                .toList();
        datagrams.clear();
        return asked;
    }

    List<String> datagrams() {
        return datagrams;
    }

    /** Sends something that nobody has asked for. */
    void says(String datagram) {
        receiver.accept(datagram);
    }

    @Override
    public void receive(Consumer<String> received) {
        receiver = received;
    }

    @Override
    public void send(String datagram) {
        datagrams.add(datagram);
        if (down) {
            return;
        }
        int space = datagram.indexOf(' ');
        for (String reply : replies(datagram.substring(space + 1))) {
            receiver.accept(wire.apply(datagram.substring(0, space) + " " + reply + "\n"));
        }
    }

    private List<String> replies(String command) {
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            if (command.startsWith(answer.getKey())) {
                return answer.getValue();
            }
        }
        return List.of(reply(command.split(" ")));
    }

    private String reply(String[] words) {
        return switch (words[0]) {
            case "V" -> "20040107";
            case "VF" -> "1";
            case "U" -> String.join(" ", words).contains("&&")
                    ? port("U", words[1], words[4]) + " && " + port("L", words[1], words[4])
                    : port("U", words[1], words[4]);
            case "L" -> ports.containsKey("U" + words[1] + words[4]) ? port("L", words[1], words[4]) : "0";
            case "D" -> ports.keySet().removeIf(key -> key.substring(1).startsWith(words[1] + words[2])) ? "0" : "E50";
            case "Q" -> ports.containsKey("U" + words[1] + words[2]) ? "59 1 1 2 0" : "E50";
            default -> "0";
        };
    }

    private String port(String command, String callId, String opener) {
        return ports.computeIfAbsent(command + callId + opener, key -> nextPort += 2) + " 192.0.2.7";
    }

    @Override
    public void close() {}
}
