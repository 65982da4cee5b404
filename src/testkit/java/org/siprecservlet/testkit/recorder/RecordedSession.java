package org.siprecservlet.testkit.recorder;

import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.sdp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Inbox;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.TimedOut;

/**
 * One recording session as the recorder saw it: every request of the client, the metadata in them, the media. Requests
 * in the dialog are answered well by themselves, unless the test has something else in mind for the next of a kind.
 * Safe for any number of threads; the waits throw {@link TimedOut}.
 */
public final class RecordedSession implements AutoCloseable {

    private static final Edit REQUIRE_SIPREC = header("Require", "siprec");

    private final IncomingCall call;
    private final SessionMedia media;
    private final Recorder recorder;
    private final Inbox<SipMessage> byes = new Inbox<>();
    private final Inbox<byte[]> metadata = new Inbox<>();
    private final List<SipMessage> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Consumer<IncomingRequest>>> planned = new ConcurrentHashMap<>();
    private volatile String offer;
    private volatile String answer = "";

    RecordedSession(Recorder recorder, IncomingCall call, String host) {
        this.recorder = recorder;
        this.call = call;
        this.media = new SessionMedia(host);
        this.offer = call.offer();
        keep(call.request());
    }

    /** The INVITE that opened the session. */
    public SipMessage invite() {
        return call.request();
    }

    /** The same as something that can be answered. */
    public IncomingCall call() {
        return call;
    }

    public Dialog dialog() {
        return call.dialog();
    }

    /** The INVITE and all later requests of the client but ACK and CANCEL, in order. */
    public List<SipMessage> requests() {
        return List.copyOf(requests);
    }

    /** The newest offer of the client that was not refused, as text. */
    public String offerSdp() {
        return offer;
    }

    /** The same, read. */
    public Sdp offer() {
        return Sdp.parse(offer);
    }

    /** The recorder's newest answer; empty text before. */
    public String answerSdp() {
        return answer;
    }

    /** The metadata of the INVITE; empty without. */
    public byte[] metadata() {
        return metadataIn(invite()).orElse(new byte[0]);
    }

    /** Every metadata document of the session up to now, in order. */
    public List<byte[]> allMetadata() {
        return metadata.items();
    }

    /** Waits until there have been that many metadata documents, and returns all. */
    public List<byte[]> awaitMetadata(int count) {
        if (!metadata.holds(count, recorder.agent().patience())) {
            throw new TimedOut("only " + metadata.items().size() + " of " + count + " metadata documents came");
        }
        return metadata.items();
    }

    /** What came for the stream with that label in the newest offer. */
    public RtpReceiver stream(String label) {
        return mediaPort(label).receiver();
    }

    /** The port of the stream with that label, also to send RTCP from it. */
    public MediaPort mediaPort(String label) {
        return media.knownPort(offer().numberOf(label))
                .orElseThrow(() -> new IllegalArgumentException("no answered stream has the label " + label));
    }

    /** What came for the m= line of that number, the first being 1. */
    public RtpReceiver line(int number) {
        return media.knownPort(number)
                .orElseThrow(() -> new IllegalArgumentException("no answered line " + number))
                .receiver();
    }

    public SessionMedia media() {
        return media;
    }

    /** 200 with all lines taken; nothing if the INVITE was cancelled meanwhile. */
    public void accept() {
        acceptWith(lines -> lines);
    }

    /** 200 with a changed answer; nothing if the INVITE was cancelled meanwhile. */
    public void acceptWith(UnaryOperator<List<MediaLine>> change, Edit... edits) {
        if (!call.isCancelled()) {
            answer = media.answer(offer(), change);
            call.answer(answer, edits);
        }
    }

    /** Does something after a time, on a thread of the recorder's. */
    public void later(Duration delay, Runnable what) {
        recorder.later(delay, what);
    }

    /** Does something when the ACK is there. */
    public void afterAck(Runnable what) {
        recorder.aside(() -> {
            call.awaitAck();
            what.run();
        });
    }

    /** Waits for the ACK to the answer. */
    public SipMessage awaitAck() {
        return call.awaitAck();
    }

    /** Waits for the client's BYE, which is answered by itself. */
    public SipMessage awaitEnd() {
        return awaitEnd(recorder.agent().patience());
    }

    public SipMessage awaitEnd(Duration patience) {
        if (!byes.holds(1, patience)) {
            throw new TimedOut("no BYE came for the recording session within " + patience.toMillis() + " ms\n"
                    + recorder.ladder());
        }
        return byes.items().get(0);
    }

    /** Whether the client's BYE has come. */
    public boolean ended() {
        return !byes.items().isEmpty();
    }

    /** Waits for the client's CANCEL, which is answered by itself. */
    public SipMessage awaitCancel() {
        return call.awaitCancel().request();
    }

    /** Whether the client cancelled its INVITE. */
    public boolean cancelled() {
        return call.isCancelled();
    }

    /** Sends a BYE and waits for the response to it. */
    public SipMessage hangUp() {
        return dialog().hangUp();
    }

    /** Sends a re-INVITE with a description of the test's own making. */
    public ClientCall reinvite(String description, Edit... edits) {
        return dialog().reinvite(description, REQUIRE_SIPREC.then(edits));
    }

    /** Sends a re-INVITE with the recorder's lines after a change: {@code reoffer(lines -> ...)}. */
    public ClientCall reoffer(UnaryOperator<List<MediaLine>> change, Edit... edits) {
        return reinvite(media.reoffer(change), edits);
    }

    public PendingRequest update(Edit... edits) {
        return dialog().request("UPDATE", REQUIRE_SIPREC.then(edits));
    }

    /** Asks for a full metadata snapshot (RFC 7866 section 9.2 with RFC 9806). */
    public PendingRequest requestSnapshot(String reason) {
        String body =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <requestsnapshot xmlns="urn:ietf:params:xml:ns:recording:1">
                  <requestreason xml:lang="en">REASON</requestreason>
                </requestsnapshot>
                """
                        .replace("REASON", reason);
        return update(
                header("Content-Disposition", "recording-session"),
                header("Accept", "application/sdp, application/rs-metadata+xml"),
                Edit.body("application/rs-metadata+xml", body));
    }

    /** The next request of that method in the dialog is refused. */
    public RecordedSession willRefuseNext(String method, int status, Edit... edits) {
        return willDoNext(method, r -> r.respond(status, edits));
    }

    /** The next request of that method in the dialog is never answered. */
    public RecordedSession willIgnoreNext(String method) {
        return willDoNext(method, r -> {});
    }

    public RecordedSession willDoNext(String method, Consumer<IncomingRequest> what) {
        planned.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).add(what);
        return this;
    }

    /** Closes the media ports; what they received stays. */
    @Override
    public void close() {
        media.close();
    }

    /** A request in the dialog of this session. */
    void arrived(IncomingRequest request) {
        keep(request.request());
        Consumer<IncomingRequest> plan = Optional.ofNullable(planned.get(request.method()))
                .map(Queue::poll)
                .orElse(this::answerWell);
        plan.accept(request);
        if (request.method().equals("BYE") && isOfFirstDialog(request)) {
            byes.put(request.request());
        }
    }

    private boolean isOfFirstDialog(IncomingRequest request) {
        return request.inDialog().map(d -> d == call.dialog()).orElse(false);
    }

    private void keep(SipMessage request) {
        requests.add(request);
        metadataIn(request).ifPresent(metadata::put);
    }

    private void answerWell(IncomingRequest request) {
        String description = request.request().sdp();
        if (!description.isEmpty()) {
            offer = description;
            answer = media.answer(offer(), lines -> lines);
            request.respond(200, sdp(answer));
        } else if (request.method().equals("INVITE")) {
            request.respond(200, sdp(media.reoffer(lines -> lines)));
        } else {
            request.respond(200);
        }
    }

    private static Optional<byte[]> metadataIn(SipMessage message) {
        return message.body("application/rs-metadata+xml").or(() -> message.body("application/rs-metadata"));
    }
}
