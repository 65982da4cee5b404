package org.siprecservlet.testkit.recorder;

import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.sdp;
import static org.siprecservlet.testkit.sip.Edit.set;

import java.util.List;
import java.util.Optional;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.DigestLogin;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.Inbox;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.SipHeader;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.TimedOut;

/**
 * A recording session that the recorder began (RFC 7866 section 6.2), as it sees it. The offer comes with the 200, the answer goes
 * with the ACK; requests in the dialog are answered well by themselves. Safe for any number of threads.
 */
public final class BegunSession implements AutoCloseable {

    private final Recorder recorder;
    private final String uri;
    private final SessionMedia media;
    private final Inbox<SipMessage> byes = new Inbox<>();
    private final Inbox<byte[]> metadata = new Inbox<>();
    private volatile ClientCall call;
    private volatile String offer = "";

    BegunSession(Recorder recorder, String host, String uri, Edit... edits) {
        this.recorder = recorder;
        this.uri = uri;
        this.media = new SessionMedia(host);
        this.call = recorder.agent().invite(uri, header("Require", "siprec").then(edits));
    }

    /** The newest INVITE, to be awaited, acknowledged or cancelled by the test. */
    public ClientCall call() {
        return call;
    }

    public Dialog dialog() {
        return call.dialog();
    }

    public String callId() {
        return call.request().callId();
    }

    /** Waits for the refusal that asks who this is, and sends the INVITE again with the answer to its first challenge. */
    public BegunSession authenticate(DigestLogin login, Edit... edits) {
        return authenticate(login, awaitChallenges().get(0), edits);
    }

    /** Waits for the refusal that asks who this is, and returns its challenges in order. */
    public List<String> awaitChallenges() {
        return call.awaitResponse(401).headers().stream()
                .filter(header -> header.is("WWW-Authenticate"))
                .map(SipHeader::value)
                .toList();
    }

    /** Sends the INVITE again with the answer to a challenge. */
    public BegunSession authenticate(DigestLogin login, String challenge, Edit... edits) {
        SipMessage before = call.request();
        call = recorder.agent()
                .invite(
                        uri,
                        header("Require", "siprec")
                                .then(
                                        set("Call-ID", before.callId()),
                                        set("From", before.header("From").orElse("")),
                                        set("CSeq", before.cseqNumber() + 1 + " INVITE"),
                                        login.answer(challenge, "INVITE", uri))
                                .then(edits));
        return this;
    }

    /** Waits for the 200 with the offer. */
    public SipMessage awaitOffer() {
        SipMessage answer = call.awaitResponse(200);
        keep(answer);
        return answer;
    }

    /** Waits for the offer and takes all lines. */
    public BegunSession accept() {
        awaitOffer();
        return acknowledge();
    }

    /** Takes all lines of the offer that has come. */
    public BegunSession acknowledge() {
        call.ack(media.answer(offer(), lines -> lines));
        return this;
    }

    /** The newest offer of the client. */
    public Sdp offer() {
        return Sdp.parse(offer);
    }

    /** Every metadata document up to now, in order. */
    public List<byte[]> allMetadata() {
        return metadata.items();
    }

    /** Waits until there have been that many metadata documents, and returns all. */
    public List<byte[]> awaitMetadata(int count) {
        if (!metadata.holds(count, recorder.agent().patience())) {
            throw new TimedOut("only " + metadata.items().size() + " of " + count + " metadata documents came\n"
                    + recorder.ladder());
        }
        return metadata.items();
    }

    /** What came for the m= line of that number, the first being 1. */
    public RtpReceiver line(int number) {
        return media.knownPort(number)
                .orElseThrow(() -> new IllegalArgumentException("no answered line " + number))
                .receiver();
    }

    /** Sends a BYE and waits for the response to it. */
    public SipMessage hangUp() {
        return dialog().hangUp();
    }

    /** Waits for the client's BYE, which is answered by itself. */
    public SipMessage awaitEnd() {
        if (!byes.holds(1, recorder.agent().patience())) {
            throw new TimedOut("no BYE came for the recording session\n" + recorder.ladder());
        }
        return byes.items().get(0);
    }

    /** Closes the media ports; what they received stays. */
    @Override
    public void close() {
        media.close();
    }

    /** A request in the dialog of this session. */
    void arrived(IncomingRequest request) {
        if (request.request().sdp().isEmpty()) {
            request.respond(200);
        } else {
            keep(request.request());
            request.respond(200, sdp(media.answer(offer(), lines -> lines)));
        }
        if (request.method().equals("BYE")) {
            byes.put(request.request());
        }
    }

    private void keep(SipMessage message) {
        offer = message.sdp();
        Optional<byte[]> document = message.body("application/rs-metadata+xml");
        document.ifPresent(metadata::put);
    }
}
