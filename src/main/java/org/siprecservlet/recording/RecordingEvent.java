package org.siprecservlet.recording;

import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.sdp.SessionDescription;

/** Something that happens to one recording, with its data. */
sealed interface RecordingEvent {

    /** The column of the table. */
    RecordingEventKind kind();

    /** An event without data. */
    record Plain(RecordingEventKind kind) implements RecordingEvent {}

    /** The recording is to start. */
    record Begun(AnsweredCall call) implements RecordingEvent {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.BEGUN;
        }
    }

    /** The relay's offer is there. */
    record Subscribed(CopyOffer offer) implements RecordingEvent {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.SUBSCRIBED;
        }
    }

    /** The relay offers something new. */
    record CopyChanged(CopyOffer offer) implements RecordingEvent {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.COPY_CHANGED;
        }
    }

    /** An answer of the server that fits our offer. */
    sealed interface Answer extends RecordingEvent {

        SessionDescription answer();
    }

    /** A server accepted with an answer that fits the offer. */
    record Accepted(SessionDescription answer) implements Answer {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.ACCEPTED;
        }
    }

    /** An event that the server waits for an answer to. */
    sealed interface Request extends RecordingEvent {

        OfferReply reply();
    }

    /** The server wants our offer. */
    record OfferWanted(OfferReply reply) implements Request {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.SRS_WANTS_OFFER;
        }
    }

    /** The server offers other media; {@code answer} is what there is to say to that. */
    record Offered(SessionDescription offer, SessionDescription answer, OfferReply reply) implements Request {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.SRS_OFFER;
        }
    }

    /** The server answers the offer that it had asked for. */
    record Answered(SessionDescription answer) implements Answer {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.SRS_ANSWER;
        }
    }

    /** The server accepted our offer of other media. */
    record OfferAccepted(SessionDescription answer) implements Answer {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.OFFER_ACCEPTED;
        }
    }

    /** The server refused our offer of other media; the status is null when its answer could not be used. */
    record OfferRefused(Integer sipStatus, String detail) implements RecordingEvent {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.OFFER_REFUSED;
        }
    }

    /** The relay sends nothing to the server that has vanished; {@code offer} is what it offers the next, null: as before. */
    record Left(CopyOffer offer) implements RecordingEvent {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.LEFT;
        }
    }

    /** An event that can be the reason of the end. */
    sealed interface Fatal extends RecordingEvent {

        Ending ending();
    }

    /** An event with nothing but its reason. */
    record End(RecordingEventKind kind, Ending ending) implements Fatal {

        static End wanted(EndReason reason) {
            return new End(RecordingEventKind.END_WANTED, Ending.of(reason));
        }

        static End shutdown() {
            return new End(RecordingEventKind.SHUTDOWN, Ending.of(EndReason.SHUTDOWN));
        }

        static End lost(String detail) {
            return new End(RecordingEventKind.END_WANTED, Ending.of(EndReason.SRS_LOST, detail));
        }

        static End fault(Throwable bug) {
            return new End(RecordingEventKind.FAULT, Ending.of(EndReason.INTERNAL_ERROR, bug.toString()));
        }
    }

    /** The server has vanished within the session; {@code next} is what is left of the search. */
    record SrsLost(Ending ending, ServerHunt next) implements Fatal {

        @Override
        public RecordingEventKind kind() {
            return RecordingEventKind.SRS_LOST;
        }
    }

    /** A server refused or could not be reached; {@code next} is what is left of the search, null when nothing is. */
    record TryFailed(Ending ending, ServerHunt next) implements Fatal {

        @Override
        public RecordingEventKind kind() {
            return next == null ? RecordingEventKind.TRY_FAILED_LAST : RecordingEventKind.TRY_FAILED_NEXT;
        }
    }

    /** A server gave no final answer in time; {@code next} is what is left of the search, null when nothing is. */
    record NoAnswer(Ending ending, ServerHunt next) implements Fatal {

        @Override
        public RecordingEventKind kind() {
            return next == null ? RecordingEventKind.NO_ANSWER_LAST : RecordingEventKind.NO_ANSWER_NEXT;
        }
    }
}
