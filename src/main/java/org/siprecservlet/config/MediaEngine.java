package org.siprecservlet.config;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.siprecservlet.text.HostSyntax;

/** Which relay carries media. This version has one; the settings of the others are checked all the same. */
final class MediaEngine {

    private static final String EMBEDDED = "embedded";
    private static final Set<String> OF_LATER_VERSIONS = Set.of("rtpengine", "rtpproxy");
    private static final CommaList<String> RTPENGINE_NODES =
            new CommaList<>(node("write for example 127.0.0.1:2223", HostSyntax::wrongNode));
    private static final CommaList<String> RTPPROXY_NODES = new CommaList<>(
            node("write for example udp:127.0.0.1:22222 or unix:/run/rtpproxy.sock", MediaEngine::wrongSocket));

    private MediaEngine() {}

    static void check(Values values) {
        values.read(Key.MEDIA_ENGINE, MediaEngine::engine);
        values.read(Key.RTPENGINE_NODES, RTPENGINE_NODES);
        values.read(Key.RTPPROXY_NODES, RTPPROXY_NODES);
    }

    private static String engine(String text) throws BadValue {
        if (OF_LATER_VERSIONS.contains(text)) {
            throw new BadValue("this version has only the embedded relay", "write embedded, or leave the key out");
        }
        if (!text.equals(EMBEDDED)) {
            throw new BadValue("there is no such media relay", "write embedded, or leave the key out");
        }
        return text;
    }

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
