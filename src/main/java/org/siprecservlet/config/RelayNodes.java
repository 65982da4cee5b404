package org.siprecservlet.config;

import java.util.Optional;
import java.util.function.Function;
import org.siprecservlet.text.HostSyntax;

/** Where media relays outside of this process take commands. */
final class RelayNodes {

    static final CommaList<String> OF_RTPENGINE =
            new CommaList<>(node("write for example 127.0.0.1:2223", HostSyntax::wrongNode));
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

    private static Optional<String> wrongSocket(String text) {
        if (text.startsWith("udp:")) {
            return HostSyntax.wrongNode(text.substring("udp:".length()));
        }
        return text.matches("unix:[^\\p{Cntrl}]+")
                ? Optional.empty()
                : Optional.of("\"" + text + "\" is neither udp:host:port nor unix:path");
    }
}
