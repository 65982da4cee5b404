package org.siprecservlet.container;

import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.UserAgent;

/** An answered call through the server, in which both parties speak all the time. */
final class Talk implements AutoCloseable {

    private static final Duration REPORTS = Duration.ofMillis(200);

    private final MediaPort callersPort = MediaPort.open(Server.HOST);
    private final MediaPort calleesPort = MediaPort.open(Server.HOST);
    private final ClientCall call;
    private final IncomingCall incoming;
    private RtpSender caller;
    private RtpSender callee;
    private Sdp toldCaller;
    private Sdp toldCallee;
    private int version = 1;
    private boolean over;

    private Talk(UserAgent from, UserAgent to, Edit... edits) {
        call = from.invite(to.uri(), Sdp.offer(Server.HOST, audio(callersPort.port(), 0, 8, 101)), edits);
        incoming = to.awaitCall();
        incoming.ring();
    }

    /** Calls, and lets it ring. */
    static Talk ringing(UserAgent from, UserAgent to, Edit... edits) {
        return new Talk(from, to, edits);
    }

    /** Calls, answers and begins to speak. */
    static Talk between(UserAgent from, UserAgent to, Edit... edits) {
        return ringing(from, to, edits).answer();
    }

    Talk answer(Edit... edits) {
        incoming.answer(Sdp.answer(Server.HOST, audio(calleesPort.port(), 0, 101)), edits);
        SipMessage answer = call.awaitResponse(200);
        call.ack();
        incoming.awaitAck();
        caller = Voice.speak(Voice.ALICE, callersPort, Sdp.parse(answer.sdp()).destination(1))
                .withReports(REPORTS)
                .start();
        callee = Voice.speak(Voice.BOB, calleesPort, Sdp.parse(incoming.offer()).destination(1))
                .withReports(REPORTS)
                .start();
        return this;
    }

    ClientCall call() {
        return call;
    }

    IncomingCall incoming() {
        return incoming;
    }

    /** The Call-ID of the caller's leg. */
    String callId() {
        return call.request().callId();
    }

    RtpSender caller() {
        return caller;
    }

    RtpSender callee() {
        return callee;
    }

    MediaPort callersPort() {
        return callersPort;
    }

    MediaPort calleesPort() {
        return calleesPort;
    }

    /** The parties agree by re-INVITE on other lines, of the caller and the callee. */
    void agreeByReinvite(List<MediaLine> callers, List<MediaLine> callees) {
        ClientCall reinvite = call.dialog().reinvite(next(callers));
        IncomingCall in = incoming.dialog().awaitReinvite();
        toldCallee = Sdp.parse(in.offer());
        in.answer(next(callees));
        toldCaller = Sdp.parse(reinvite.awaitResponse(200).sdp());
        reinvite.ack();
        in.awaitAck();
    }

    /** The parties agree by UPDATE on other lines, of the caller and the callee. */
    void agreeByUpdate(List<MediaLine> callers, List<MediaLine> callees) {
        PendingRequest update = call.dialog().update(next(callers));
        IncomingRequest in = incoming.dialog().awaitRequest("UPDATE");
        toldCallee = Sdp.parse(in.request().sdp());
        in.respond(200, Edit.sdp(next(callees)));
        toldCaller = Sdp.parse(update.awaitResponse(200).sdp());
    }

    private String next(List<MediaLine> lines) {
        return Sdp.version(++version, Server.HOST, lines);
    }

    /** What the caller was told last of the callee. */
    Sdp toldCaller() {
        return toldCaller;
    }

    /** What the callee was told last of the caller. */
    Sdp toldCallee() {
        return toldCallee;
    }

    /** Expects that from now on each party hears the other. */
    void assertBothAreHeard() {
        Voice.assertHeard(Voice.ALICE, calleesPort.receiver().awaitMore(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, callersPort.receiver().awaitMore(Voice.ENOUGH));
    }

    /** Ends the call from the caller's side, to the last answer. */
    void endByCaller() {
        over = true;
        var bye = call.dialog().bye();
        incoming.dialog().awaitBye();
        bye.awaitResponse(200);
    }

    /** Ends the call from the callee's side, to the last answer. */
    void endByCallee() {
        over = true;
        var bye = incoming.dialog().bye();
        call.dialog().awaitBye();
        bye.awaitResponse(200);
    }

    /** The callee hangs up, and the caller may not hear of it. */
    void endByCalleeAlone() {
        over = true;
        incoming.dialog().bye().awaitResponse(200);
    }

    /** Both hang up before either has heard of the other, to the last answers. */
    void endByBoth() {
        over = true;
        var callers = call.dialog().bye();
        var callees = incoming.dialog().bye();
        callers.awaitResponse(200);
        callees.awaitResponse(200);
    }

    /** Waits until the server has ended the call towards both, and answers it. */
    CompletableFuture<Void> endedByTheServer() {
        over = true;
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> call.dialog().awaitBye()),
                CompletableFuture.runAsync(() -> incoming.dialog().awaitBye()));
    }

    @Override
    public void close() {
        if (caller != null) {
            caller.close();
            callee.close();
            if (!over) {
                endByCaller();
            }
        }
        callersPort.close();
        calleesPort.close();
    }
}
