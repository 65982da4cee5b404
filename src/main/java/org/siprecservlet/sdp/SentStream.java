package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one party really sends to the other on one line of the call, by the descriptions of both. */
final class SentStream {

    private final MediaDescription sender;
    private final MediaDescription receiver;
    private final List<String> formats;

    SentStream(MediaDescription sender, MediaDescription receiver) {
        this.sender = sender;
        this.receiver = receiver;
        List<String> common = receiver.formats().stream().filter(this::maySend).toList();
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
        Optional<Codec> codec = receiver.codec(format);
        if (codec.isEmpty()) {
            return sender.formats().contains(format);
        }
        return senderHas(format, codec.get())
                || formatsOf(sender, codec.get()).findAny().isPresent()
                        && formatsOf(receiver, codec.get()).noneMatch(other -> senderHas(other, codec.get()));
    }

    private boolean senderHas(String format, Codec codec) {
        return formatsOf(sender, codec).anyMatch(format::equals);
    }

    private static Stream<String> formatsOf(MediaDescription line, Codec codec) {
        return line.formats().stream()
                .filter(format -> line.codec(format).filter(codec::isSameAs).isPresent());
    }

    private void addFormat(List<String> lines, String format) {
        Optional<Codec> codec = receiver.codec(format);
        codec.ifPresent(value -> lines.add("a=rtpmap:" + format + " " + value));
        fmtp(format).ifPresent(value -> lines.add("a=fmtp:" + format + " " + value));
    }

    /** Parameters bind the one who sends to the one who receives, but a video sender describes its stream by them. */
    private Optional<String> fmtp(String format) {
        boolean sameFormat =
                receiver.codec(format).filter(codec -> senderHas(format, codec)).isPresent();
        Optional<String> senders = sameFormat ? sender.fmtp(format) : Optional.empty();
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
