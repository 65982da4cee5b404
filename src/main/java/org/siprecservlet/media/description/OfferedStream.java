package org.siprecservlet.media.description;

import java.util.List;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.RecordingOffer;

/**
 * One stream of a copy, as the recorder is offered it: place, label and port stay for the copy's life. For one thread at a
 * time.
 */
public final class OfferedStream {

    private final RecordedStream stream;
    private final int line;
    private final int port;
    private MediaDescription offered;

    /**
     * @param agreed what is copied when the stream is first offered
     * @param label a token that no other stream of the copy has
     * @param port where it is sent from
     */
    public OfferedStream(AgreedStream agreed, String label, int port) {
        this.stream =
                new RecordedStream(label, agreed.sender(), agreed.receivers().type());
        this.line = agreed.index();
        this.port = port;
    }

    public RecordedStream stream() {
        return stream;
    }

    /** The place of its line in the call. */
    public int line() {
        return line;
    }

    /** A line of the call that was removed may come back as something else: that is another stream. */
    public boolean isOf(AgreedStream agreed) {
        return agreed.index() == line
                && agreed.sender() == stream.sender()
                && agreed.receivers().type().equals(stream.mediaType());
    }

    /** Adds itself to an offer, as it is sent now or, when it is not among what is sent, as a line that is no more. */
    public RecordingOffer describe(RecordingOffer offer, List<AgreedStream> all) {
        RecordingOffer extended = all.stream()
                .filter(this::isOf)
                .findFirst()
                .map(sent -> offer.withStream(stream.label(), port, sent.direction(), sent.senders(), sent.receivers()))
                .orElseGet(() -> offer.withRemoved(offered));
        offered = extended.media().get(offer.media().size());
        return extended;
    }

    /** Its line in the latest offer. */
    public MediaDescription offered() {
        return offered;
    }
}
