package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one party really sends to the other on one line of the call, by the descriptions of both. */
final class SentStream {

    private final MediaDescription sender;
    private final MediaDescription receiver;
    private final Map<String, Codec> sent;
    private final Map<String, Codec> received;
    private final List<String> formats;

    SentStream(MediaDescription sender, MediaDescription receiver) {
        this.sender = sender;
        this.receiver = receiver;
        this.sent = sender.codecs();
        this.received = receiver.codecs();
        Set<String> senders = Set.copyOf(sender.formats());
        List<String> common = receiver.formats().stream()
                .filter(format -> received.containsKey(format) ? maySend(format) : senders.contains(format))
                .toList();
        this.formats = common.isEmpty() ? receiver.formats() : common;
    }

    MediaDescription describe(String label, int port, Direction direction) {
        List<String> lines = new ArrayList<>();
        lines.add("m=" + receiver.type() + " " + port + " " + receiver.protocol() + " " + String.join(" ", formats));
        formats.forEach(format -> addFormat(lines, format));
        first("ptime").ifPresent(value -> lines.add("a=ptime:" + value));
        first("maxptime").ifPresent(value -> lines.add("a=maxptime:" + value));
        if (receiver.protocol().toUpperCase(Locale.ROOT).endsWith("AVPF")) {
            addFeedback(lines);
        }
        lines.add("a=label:" + label);
        lines.add("a=" + direction.attribute());
        return new MediaDescription(lines);
    }

    /** The receiver's number must stand for a codec that the sender has; the same number goes before another one. */
    private boolean maySend(String format) {
        Codec codec = received.get(format);
        return bothHave(format)
                || sent.values().stream().anyMatch(codec::isSameAs)
                        && received.keySet().stream()
                                .filter(other -> codec.isSameAs(received.get(other)))
                                .noneMatch(this::bothHave);
    }

    /** Whether the number stands for the same codec on both sides. */
    private boolean bothHave(String format) {
        Codec senders = sent.get(format);
        Codec receivers = received.get(format);
        return senders != null && receivers != null && senders.isSameAs(receivers);
    }

    private void addFormat(List<String> lines, String format) {
        Optional.ofNullable(received.get(format)).ifPresent(codec -> lines.add("a=rtpmap:" + format + " " + codec));
        fmtp(format).ifPresent(value -> lines.add("a=fmtp:" + format + " " + value));
    }

    /** Parameters bind the one who sends to the one who receives, but a video sender describes its stream by them. */
    private Optional<String> fmtp(String format) {
        Optional<String> senders = bothHave(format) ? sender.fmtp(format) : Optional.empty();
        return receiver.type().equals("video")
                ? senders.or(() -> receiver.fmtp(format))
                : receiver.fmtp(format).or(() -> senders);
    }

    private Optional<String> first(String attribute) {
        return receiver.attribute(attribute).or(() -> sender.attribute(attribute));
    }

    private void addFeedback(List<String> lines) {
        Set<String> kept = Set.copyOf(formats);
        receiver.attributes("rtcp-fb").stream()
                .filter(value -> value.startsWith("*") || kept.contains(value.split("\\s+", 2)[0]))
                .forEach(value -> lines.add("a=rtcp-fb:" + value));
    }
}
