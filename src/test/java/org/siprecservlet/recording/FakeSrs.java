package org.siprecservlet.recording;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;

/** Recording servers that signal when the test says so. */
final class FakeSrs implements SrsDialogs {

    /** One attempt. */
    static final class Dialog implements SrsDialog {

        final SrsUri target;
        final SessionDetails details;
        final Body body;
        /** What was sent after the INVITE, in order. */
        final List<String> sent = new ArrayList<>();

        /** Whether the INVITE has no final answer yet. */
        boolean pending = true;
        /** Whether the INVITE was accepted. */
        boolean accepted;
        /** Whether the container has given it up. */
        boolean seemsDead;
        /** Whether the server sent BYE. */
        boolean hungUp;
        /** Whether our BYE was answered. */
        boolean byeDone;
        /** Whether it was the server that opened the dialog. */
        boolean begunByServer;

        /** How many requests about media it sent within the dialog. */
        int requests;
        /** The statuses with which those were answered, in order. */
        final List<Integer> replies = new ArrayList<>();
        /** How long it was told to wait, each time that it was told so. */
        final List<Duration> retryAfters = new ArrayList<>();
        /** The descriptions in those answers that were 200. */
        final List<String> descriptions = new ArrayList<>();
        /** What was offered to it by re-INVITE, in order. */
        final List<String> offers = new ArrayList<>();
        /** Whether a re-INVITE has no final answer yet. */
        boolean offered;
        /** The requests that were sent to it and have no answer, by how to answer them. */
        final List<Consumer<ServerReply>> requested = new ArrayList<>();

        private final String callId;
        private final Consumer<SrsSignal> signals;

        private Dialog(String callId, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals) {
            this.callId = callId;
            this.target = target;
            this.details = details;
            this.body = body;
            this.signals = signals;
        }

        void ring() {
            signals.accept(new SrsSignal.Ringing(180));
        }

        void accept() {
            accept(Sdp.body("recvonly", 40000, 40002));
        }

        void accept(Body answer) {
            pending = false;
            accepted = true;
            signals.accept(new SrsSignal.Accepted(200, answer));
        }

        void refuse(int status) {
            pending = false;
            signals.accept(new SrsSignal.Refused(status, "No"));
        }

        /** Does not understand a body, and says what it would. */
        void refuseType(String... accepted) {
            pending = false;
            signals.accept(new SrsSignal.Refused(
                    new ServerRefusal(415, List.of(), List.of(accepted), Duration.ZERO), "Unsupported Media Type"));
        }

        void redirect(SrsUri... contacts) {
            pending = false;
            signals.accept(new SrsSignal.Refused(
                    new ServerRefusal(302, List.of(contacts), List.of(), Duration.ZERO), "Moved Temporarily"));
        }

        /** The container makes up a refusal; the server may still answer. */
        void seemDead() {
            seemsDead = true;
            signals.accept(new SrsSignal.Refused(408, "Request Timeout"));
        }

        void beUnreachable() {
            pending = false;
            signals.accept(new SrsSignal.Unreachable("connection refused"));
        }

        void beImpossible() {
            pending = false;
            signals.accept(new SrsSignal.Impossible("socket: there is no such socket"));
        }

        void hangUp() {
            hungUp = true;
            signals.accept(new SrsSignal.HungUp());
        }

        void offer(Body offer) {
            requests++;
            signals.accept(new SrsSignal.Offered(offer, reply()));
        }

        void wantOffer() {
            requests++;
            signals.accept(new SrsSignal.OfferWanted(reply()));
        }

        void wantSnapshot() {
            signals.accept(new SrsSignal.SnapshotWanted());
        }

        void answer(Body answer) {
            signals.accept(new SrsSignal.Answered(answer));
        }

        /** Accepts our re-INVITE, as the offer has it. */
        void agree() {
            agree(Sdp.takes(offers.get(offers.size() - 1)));
        }

        void agree(Body answer) {
            offered = false;
            signals.accept(new SrsSignal.OfferAccepted(answer));
        }

        /** Refuses our re-INVITE. */
        void disagree(int status) {
            offered = false;
            signals.accept(new SrsSignal.OfferRefused(status, "No"));
        }

        void vanish() {
            signals.accept(new SrsSignal.Lost("no ACK"));
        }

        private OfferReply reply() {
            return new OfferReply() {
                @Override
                public void accept(Body description) {
                    replies.add(200);
                    descriptions.add(new String(description.bytes(), StandardCharsets.US_ASCII));
                }

                @Override
                public void refuse(int status) {
                    replies.add(status);
                }

                @Override
                public void refuseBehindAnother(Duration retryAfter) {
                    replies.add(500);
                    retryAfters.add(retryAfter);
                }
            };
        }

        void finishBye() {
            byeDone = true;
            signals.accept(new SrsSignal.ByeDone());
        }

        @Override
        public String callId() {
            return callId;
        }

        @Override
        public boolean isBegunByServer() {
            return begunByServer;
        }

        @Override
        public void ack() {
            sent.add("ACK");
        }

        @Override
        public void cancel() {
            sent.add("CANCEL");
        }

        @Override
        public void reinvite(Body description) {
            if (offered) {
                throw new AssertionError("two re-INVITEs at a time");
            }
            offered = true;
            offers.add(new String(description.bytes(), StandardCharsets.US_ASCII));
        }

        @Override
        public void send(InDialogRequest request, Consumer<ServerReply> reply) {
            sent.add(request.method());
            requested.add(reply);
        }

        @Override
        public void bye() {
            sent.add("BYE");
        }
    }

    final List<Dialog> dialogs = new ArrayList<>();
    /** What a server does within the sending of the INVITE. */
    Consumer<Dialog> atOnce = dialog -> {};

    @Override
    public SrsDialog invite(
            CallId call, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals) {
        Dialog dialog = new Dialog("rs-" + (dialogs.size() + 1) + "@src", target, details, body, signals);
        dialogs.add(dialog);
        atOnce.accept(dialog);
        return dialog;
    }

    Dialog first() {
        return dialogs.get(0);
    }

    Dialog last() {
        return dialogs.get(dialogs.size() - 1);
    }
}
