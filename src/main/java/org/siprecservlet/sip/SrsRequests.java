package org.siprecservlet.sip;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.body.Body;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.metadata.MalformedMetadataException;
import org.siprecservlet.metadata.SnapshotRequest;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.sdp.SessionDescription;
import org.siprecservlet.text.Printable;

/** What a recording server asks for within the dialog: answered here, or told as a signal that brings the way to answer. */
final class SrsRequests {

    private static final System.Logger LOG = System.getLogger(SrsRequests.class.getName());

    /** As in RFC 9806, RFC 7866 and the drafts before it. */
    private static final String METADATA_TYPES = "application/rs-metadata";
    /** Of the drafts alone, with nothing but a reason in plain text. */
    private static final String DRAFT_REQUEST = "application/rs-metadata-request";

    private final Consumer<SrsSignal> signals;
    private final InviteTurn turn;
    private final AtomicBoolean ackBringsAnswer = new AtomicBoolean();

    /** @param turn is told of the server's INVITEs */
    SrsRequests(Consumer<SrsSignal> signals, InviteTurn turn) {
        this.signals = signals;
        this.turn = turn;
    }

    void handle(SipServletRequest request) {
        switch (request.getMethod()) {
            case "ACK" -> acknowledged(request);
            case "BYE" -> hungUp(request);
            case "INVITE", "UPDATE", "OPTIONS", "INFO" -> answer(request);
            default -> SipSrsReply.send(request, 405);
        }
    }

    private void hungUp(SipServletRequest bye) {
        turn.close();
        SipSrsReply.send(bye, 200);
        signals.accept(new SrsSignal.HungUp());
    }

    private void acknowledged(SipServletRequest ack) {
        if (ackBringsAnswer.getAndSet(false)) {
            signals.accept(new SrsSignal.Answered(MessageBody.of(ack)));
        }
        turn.theirsEnds();
    }

    private void answer(SipServletRequest request) {
        List<String> unknown = unknownRequirements(request);
        if (!unknown.isEmpty()) {
            SipSrsReply.send(request, 420, answer -> answer.setHeader("Unsupported", String.join(", ", unknown)));
        } else if (request.getMethod().equals("INVITE") || request.getMethod().equals("UPDATE")) {
            media(request, MessageBody.of(request));
        } else {
            SipSrsReply.send(request, 200);
        }
    }

    private static List<String> unknownRequirements(SipServletRequest request) {
        List<String> unknown = new ArrayList<>();
        for (Iterator<String> values = request.getHeaders("Require"); values.hasNext(); ) {
            for (String value : values.next().split(",")) {
                if (!value.isBlank() && !value.strip().equalsIgnoreCase("siprec")) {
                    unknown.add(value.strip());
                }
            }
        }
        return unknown;
    }

    private SipSrsReply reply(SipServletRequest request) {
        if (!request.getMethod().equals("INVITE")) {
            return new SipSrsReply(request, () -> {});
        }
        turn.theirsBegins();
        return new SipSrsReply(request, turn::theirsEnds);
    }

    private void media(SipServletRequest request, Body body) {
        boolean invite = request.getMethod().equals("INVITE");
        if (body.is(SessionDescription.MEDIA_TYPE) || Multipart.isMultipart(body)) {
            signals.accept(new SrsSignal.Offered(body, reply(request)));
        } else if (!body.isEmpty() && !body.mediaType().startsWith(METADATA_TYPES)) {
            SipSrsReply.send(request, 415, answer -> answer.setHeader("Accept", SipSrsDialogs.ACCEPT));
        } else if (invite) {
            ackBringsAnswer.set(true);
            signals.accept(new SrsSignal.OfferWanted(reply(request)));
        } else {
            metadata(request, body);
        }
    }

    /** An UPDATE with nothing in it but, possibly, the request of a snapshot, which is sent on its own afterwards. */
    private void metadata(SipServletRequest update, Body body) {
        try {
            Optional<SnapshotRequest> wanted = snapshotRequest(body);
            SipSrsReply.send(update, 200);
            wanted.ifPresent(snapshot -> snapshotWanted(update, snapshot));
        } catch (MalformedMetadataException e) {
            LOG.log(Level.WARNING, of(update) + "the server's metadata were refused: " + Printable.of(e.getMessage()));
            SipSrsReply.send(update, 400);
        }
    }

    private static Optional<SnapshotRequest> snapshotRequest(Body body) throws MalformedMetadataException {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return body.is(DRAFT_REQUEST)
                ? Optional.of(new SnapshotRequest(new String(body.bytes(), StandardCharsets.UTF_8)))
                : SnapshotRequest.read(body.bytes());
    }

    private void snapshotWanted(SipServletRequest update, SnapshotRequest snapshot) {
        LOG.log(Level.DEBUG, () -> of(update) + "the server asks for a snapshot: " + Printable.of(snapshot.reason()));
        signals.accept(new SrsSignal.SnapshotWanted());
    }

    private static String of(SipServletRequest request) {
        return "Recording session " + request.getCallId() + ": ";
    }
}
