package org.siprecservlet.recording;

import java.util.Optional;
import org.siprecservlet.body.Body;

/**
 * What is negotiated with a server within the session. An offer of ours that is under way keeps those of the server off
 * (RFC 3261 section 14.2). Confined to the recording's mailbox.
 */
final class SrsSession {

    /** How often an offer is made when each time it crosses one of the server. */
    static final int MOST_CROSSINGS = 5;

    private static final int REQUEST_PENDING = 491;

    private final OwnDescription own;
    private final ToldMetadata metadata;
    private final AnswerReader answers;
    private Object pending;
    private int crossings;

    SrsSession(OwnDescription own, ToldMetadata metadata) {
        this.own = own;
        this.metadata = metadata;
        this.answers = new AnswerReader(own);
    }

    /** The event that a 2xx to the INVITE is. */
    RecordingEvent accepted(SrsUri server, Body body) {
        pending = null;
        crossings = 0;
        metadata.taken();
        return answers.accepted(server, body);
    }

    /** An offer of ours is about to be made. */
    void begin() {
        pending = new Object();
    }

    /** The offer of ours that has had no answer yet; null when there is none. */
    Object pending() {
        return pending;
    }

    /** The event that a signal is; empty when it changes nothing and has been dealt with. */
    Optional<RecordingEvent> event(SrsSignal.InSession signal, SrsUri server) {
        if (signal instanceof SrsSignal.Offered offered) {
            return refused(offered.reply()) ? Optional.empty() : answers.offered(offered);
        }
        if (signal instanceof SrsSignal.OfferWanted wanted) {
            return refused(wanted.reply())
                    ? Optional.empty()
                    : Optional.of(new RecordingEvent.OfferWanted(wanted.reply()));
        }
        if (signal instanceof SrsSignal.Answered answered) {
            return answered(answered);
        }
        pending = null;
        return Optional.of(
                signal instanceof SrsSignal.OfferAccepted accepted
                        ? accepted(accepted, server)
                        : refused((SrsSignal.OfferRefused) signal, server));
    }

    private boolean refused(OfferReply reply) {
        if (pending != null) {
            reply.refuse(REQUEST_PENDING);
        }
        return pending != null;
    }

    private Optional<RecordingEvent> answered(SrsSignal.Answered answered) {
        Optional<RecordingEvent> event = answers.later(answered.body()).map(RecordingEvent.Answered::new);
        event.ifPresentOrElse(usable -> own.agreed(), own::dropped);
        return event;
    }

    private RecordingEvent accepted(SrsSignal.OfferAccepted accepted, SrsUri server) {
        crossings = 0;
        metadata.taken();
        Optional<RecordingEvent> event = answers.later(accepted.body()).map(RecordingEvent.OfferAccepted::new);
        event.ifPresent(usable -> own.agreed());
        return event.orElseGet(() -> refusal(null, server + " answered a re-INVITE with what can not be used"));
    }

    private RecordingEvent refused(SrsSignal.OfferRefused refused, SrsUri server) {
        metadata.refused();
        String detail = server + " answered a re-INVITE with " + refused.status() + " " + refused.reasonPhrase();
        if (refused.status() == REQUEST_PENDING && ++crossings < MOST_CROSSINGS) {
            own.dropped();
            return new RecordingEvent.Plain(RecordingEventKind.OFFER_CROSSED);
        }
        crossings = 0;
        return refusal(refused.status(), detail.trim());
    }

    private RecordingEvent refusal(Integer status, String detail) {
        own.refused();
        return new RecordingEvent.OfferRefused(status, detail);
    }
}
