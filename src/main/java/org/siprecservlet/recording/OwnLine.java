package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** One line as the relay offered it, and what becomes of it when the server makes an offer. A value. */
record OwnLine(MediaDescription offered) {

    static OwnLine of(MediaDescription offered) {
        return new OwnLine(offered);
    }

    /** The answer to the line in that place of an offer; empty when there is no codec in common. */
    Optional<MediaDescription> answerTo(SessionDescription offer, int index) {
        MediaDescription theirs = offer.media().get(index);
        if (theirs.isRejected() || offered.isRejected()) {
            return Optional.of(offered.withDirection(Direction.INACTIVE).withPort(0));
        }
        List<String> formats =
                theirs.formats().stream().filter(each -> knows(each, theirs)).toList();
        if (formats.isEmpty() || !isAsSafe(theirs) || !theirs.type().equals(offered.type())) {
            return Optional.empty();
        }
        boolean flows = offered.ownDirection().map(Direction::sends).orElse(true)
                && offer.directionOf(theirs).receives();
        return Optional.of(withFormats(formats, theirs).withDirection(flows ? Direction.SENDONLY : Direction.INACTIVE));
    }

    /** Encryption is neither begun nor left, and the key of an encrypted line is for the suite that was agreed. */
    private boolean isAsSafe(MediaDescription theirs) {
        return theirs.isEncrypted() == offered.isEncrypted()
                && (!offered.isEncrypted()
                        || offered.attribute("crypto")
                                .flatMap(theirs::cryptoAnswering)
                                .isPresent());
    }

    private boolean knows(String format, MediaDescription theirs) {
        return offered.formats().stream().anyMatch(own -> same(own, format, theirs));
    }

    private boolean same(String own, String format, MediaDescription theirs) {
        Optional<Codec> codec = theirs.codec(format);
        return codec.isPresent()
                ? offered.codec(own).filter(codec.get()::isSameAs).isPresent()
                : own.equals(format) && offered.codec(own).isEmpty();
    }

    /** The same line with formats of the other side, under the other side's numbers. */
    private MediaDescription withFormats(List<String> formats, MediaDescription theirs) {
        List<String> lines = new ArrayList<>();
        lines.add("m=" + offered.type() + " " + offered.port() + " " + theirs.protocol() + " "
                + String.join(" ", formats));
        for (String format : formats) {
            theirs.codec(format).ifPresent(codec -> lines.add("a=rtpmap:" + format + " " + codec));
            theirs.fmtp(format).ifPresent(value -> lines.add("a=fmtp:" + format + " " + value));
        }
        MediaDescription rest = offered.withoutAttributes(name -> name.equals("rtpmap") || name.equals("fmtp"));
        lines.addAll(rest.lines().subList(1, rest.lines().size()));
        return new MediaDescription(lines);
    }
}
