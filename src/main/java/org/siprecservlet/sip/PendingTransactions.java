package org.siprecservlet.sip;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.siprecservlet.call.Side;

/**
 * The transactions of a call that are under way. While one of them negotiates media, no other may begin to (RFC 3261
 * section 14, RFC 3311 section 5.2): the sides have to take turns.
 */
final class PendingTransactions {

    private final Set<RequestTransaction> requests = new HashSet<>();
    private InviteTransaction invite;

    /** The INVITE that is not acknowledged yet; there is at most one. */
    Optional<InviteTransaction> invite() {
        return Optional.ofNullable(invite);
    }

    void begin(InviteTransaction transaction) {
        invite = transaction;
    }

    void begin(RequestTransaction transaction) {
        requests.add(transaction);
    }

    void end(InviteTransaction transaction) {
        if (invite == transaction) {
            invite = null;
        }
    }

    void end(RequestTransaction transaction) {
        requests.remove(transaction);
    }

    /** Whether nothing is being negotiated. */
    boolean areIdle() {
        return invite == null && requests.stream().noneMatch(RequestTransaction::hasOpenOffer);
    }

    /** Whether a side may send an INVITE now. */
    void checkInvite(Side from) throws CallRefused {
        if (invite != null) {
            throw notNow(from, invite.from());
        }
        checkOffer(from);
    }

    /** Whether a side may make an offer now. */
    void checkOffer(Side from) throws CallRefused {
        for (RequestTransaction request : requests) {
            if (request.hasOpenOffer()) {
                throw notNow(from, request.from());
            }
        }
        Optional<Side> offerer = invite().flatMap(InviteTransaction::openOfferer);
        if (offerer.isPresent()) {
            throw notNow(from, offerer.get());
        }
    }

    private static CallRefused notNow(Side from, Side busy) {
        return from == busy
                ? new CallRefused(500, "The offer before this one is not answered yet", Map.of("Retry-After", "1"))
                : new CallRefused(491, "The other side has made an offer that is not answered yet");
    }
}
