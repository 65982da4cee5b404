package org.siprecservlet.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.siprecservlet.text.HostSyntax;

/** Where media relays outside of this process take commands. */
final class RelayNodes {

    private static final String UDP = "udp:";
    private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]{0,3}");

    static final CommaList<String> OF_RTPENGINE =
            new CommaList<>(node("write for example 127.0.0.1:2223 or udp:127.0.0.1:2223=2", RelayNodes::wrongEngine));
    static final CommaList<String> OF_RTPPROXY = new CommaList<>(
            node("write for example udp:127.0.0.1:22222 or unix:/run/rtpproxy.sock", RelayNodes::wrongSocket));

    private RelayNodes() {}

    private static Syntax<String> node(String example, Function<String, Optional<String>> wrong) {
        return text -> {
            Optional<String> complaint = wrong.apply(text);
            if (complaint.isPresent()) {
                throw new BadValue(complaint.get(), example);
            }
            return text;
        };
    }

    private static Optional<String> wrongEngine(String text) {
        String place = text.startsWith(UDP) ? text.substring(UDP.length()) : text;
        int weight = place.indexOf('=');
        return weight < 0
                ? HostSyntax.wrongNode(place)
                : HostSyntax.wrongNode(place.substring(0, weight)).or(() -> wrongWeight(place.substring(weight + 1)));
    }

    private static Optional<String> wrongWeight(String text) {
        return WEIGHT.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("\"" + text + "\" is no weight, a whole number from 1 to 9999");
    }

    private static Optional<String> wrongSocket(String text) {
        if (text.startsWith(UDP)) {
            return HostSyntax.wrongNode(text.substring(UDP.length()));
        }
        return text.matches("unix:[^\\p{Cntrl}]+")
                ? Optional.empty()
                : Optional.of("\"" + text + "\" is neither udp:host:port nor unix:path");
    }
}
