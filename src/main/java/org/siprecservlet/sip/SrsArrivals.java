package org.siprecservlet.sip;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.siprecservlet.call.CallAddress;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.digest.DigestGate.Verdict;
import org.siprecservlet.recording.ArrivedServer;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.SessionDetails;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.text.Printable;
import org.siprecservlet.text.SipUriSyntax;

/** Takes the INVITEs with which recording servers begin recording sessions (RFC 7866 section 6.2), or says why not. */
final class SrsArrivals {

    private static final System.Logger LOG = System.getLogger(SrsArrivals.class.getName());

    private final ArrivalTerms terms;
    private final RecordingService recordings;

    SrsArrivals(ArrivalTerms terms, RecordingService recordings) {
        this.terms = terms;
        this.recordings = recordings;
    }

    /**
     * Whether this INVITE is one of these: only one with both marks begins a recording session (RFC 7866 section 6.1.1), and none
     * does when nobody may.
     */
    boolean take(SipServletRequest invite) {
        if (!InviteCheck.requires(invite, "siprec")) {
            return false;
        }
        boolean taken = terms.gate() != null && isFromRecorder(invite);
        if (!taken) {
            String remedy = terms.gate() == null
                    ? "set siprec.srs.users if recorders are to begin recording sessions"
                    : "a recorder has to mark its Contact with +sip.srs";
            LOG.log(Level.WARNING, of(invite) + "refused with 420: " + remedy);
        }
        return taken;
    }

    private static boolean isFromRecorder(SipServletRequest invite) {
        String contact = String.valueOf(invite.getHeader("Contact"));
        String parameters = contact.substring(contact.lastIndexOf('>') + 1).toLowerCase(Locale.ROOT);
        return List.of(parameters.split("[;=]")).contains("+sip.srs");
    }

    /** Answers the INVITE, now or later. */
    void invite(SipServletRequest invite) {
        try {
            InviteCheck.checkForm(invite);
            Verdict verdict = judge(invite);
            if (verdict instanceof Verdict.Known known) {
                begin(invite, known.user());
            } else {
                challenge(invite, (Verdict.Unknown) verdict);
            }
        } catch (CallRefused refused) {
            LOG.log(Level.WARNING, of(invite) + "refused with " + refused.status() + ": " + refused.getMessage());
            Messages.refuse(invite, refused);
        }
    }

    private Verdict judge(SipServletRequest invite) {
        List<String> authorizations = new ArrayList<>();
        invite.getHeaders("Authorization").forEachRemaining(authorizations::add);
        List<CallId> named = CallAddress.calls(user(invite));
        return terms.gate().judge(invite.getMethod(), authorizations, uri -> CallAddress.calls(user(uri)).stream()
                .anyMatch(named::contains));
    }

    private static void challenge(SipServletRequest invite, Verdict.Unknown unknown) {
        unknown.why()
                .ifPresent(why -> LOG.log(
                        Level.WARNING,
                        of(invite) + "not let in: " + why + "; the file at siprec.srs.users has those who may"));
        SipServletResponse refusal = invite.createResponse(401);
        // Restcomm keeps one such header, the last that it is given.
        int sendable =
                SipContainer.isRestcomm(refusal) ? 1 : unknown.challenges().size();
        unknown.challenges().stream()
                .limit(sendable)
                .forEach(challenge -> refusal.addHeader("WWW-Authenticate", challenge));
        Messages.reply(refusal);
    }

    private void begin(SipServletRequest invite, String user) throws CallRefused {
        CallId call = call(invite);
        if (!MessageBody.of(invite).isEmpty()) {
            throw new CallRefused(
                    488, "A recorder that begins a recording session makes no offer (RFC 7866 section 7.2)");
        }
        ArrivedServer server = new ArrivedServer(contact(invite), terms.answerTimeout(), terms.keepalive());
        SrsArrival arrival = new SrsArrival(invite, () -> recordings.stop(call, user));
        arrival.handleRequestsOf(SipContainer.withoutExpiry(invite.getApplicationSession()));
        try {
            recordings
                    .accept(call, new RecordingPlan(user, server, SessionDetails.NONE), arrival)
                    .thenAccept(arrival::over);
        } catch (RecordingRefused refused) {
            throw new CallRefused(status(refused.reason()), refused.getMessage());
        }
    }

    private static int status(RecordingRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_CALL, CALL_IS_OVER -> 404;
            case INSTANCE_IN_USE -> 486;
            default -> 503;
        };
    }

    private CallId call(SipServletRequest invite) throws CallRefused {
        Optional<CallId> known = CallAddress.calls(user(invite)).stream()
                .flatMap(id -> recordings.call(id).stream())
                .map(CallView::id)
                .findFirst();
        return known.orElseThrow(
                () -> new CallRefused(
                        404,
                        "No call of this server, or none any longer, has the Call-ID that is the user part of the Request-URI"));
    }

    private static SrsUri contact(SipServletRequest invite) throws CallRefused {
        try {
            String uri = invite.getAddressHeader("Contact").getURI().toString();
            if (SipUriSyntax.wrong(uri).isEmpty()) {
                return new SrsUri(uri);
            }
        } catch (ServletParseException e) {
            LOG.log(Level.DEBUG, "A recorder's Contact can not be read", e);
        }
        throw new CallRefused(400, "The Contact of a recorder has to be a SIP URI");
    }

    private static String user(SipServletRequest invite) {
        return invite.getRequestURI() instanceof SipURI uri && uri.getUser() != null ? uri.getUser() : "";
    }

    /** Of the URI that somebody else has written down. */
    private static String user(String uri) {
        int at = uri.lastIndexOf('@');
        return at < 0 ? "" : uri.substring(uri.indexOf(':') + 1, at);
    }

    private static String of(SipServletRequest invite) {
        return "Recording session " + Printable.of(invite.getCallId()) + " begun by "
                + Printable.of(invite.getFrom().getURI().toString()) + " for " + Printable.of(user(invite)) + ": ";
    }
}
