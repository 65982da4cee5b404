package org.siprecservlet.media.rtpproxy;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.PlainRtp;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.RecordingOffer;
import org.siprecservlet.sdp.SessionDescription;

/** The copies of one call. Touched by the steps of the call only. */
final class RecorderCopies {

    private static final String USERNAME = "siprec";
    private static final String FIRST_VERSION = "1";

    private final ProxiedCall call;
    private final Supplies supplies;
    private final InTurn steps;
    private final Map<Subscription, RecorderCopy> copies = new LinkedHashMap<>();
    /** Who has the one copy that RTPProxy makes with C. */
    private Subscription direct;

    RecorderCopies(ProxiedCall call, Supplies supplies, InTurn steps) {
        this.call = call;
        this.supplies = supplies;
        this.steps = steps;
    }

    CopyOffer subscribe(Subscription name) throws RelayException {
        if (copies.containsKey(name)) {
            throw new RelayException(Kind.BROKEN, "The call already has a copy of that name.");
        }
        name.form().requireAsSent("RTPProxy");
        List<AgreedStream> sent = call.sent();
        if (sent.isEmpty()) {
            throw new RelayException(Kind.NOTHING_TO_COPY, PlainRtp.NONE);
        }
        requireOwnAddress(name);
        RecorderCopy copy = new RecorderCopy(nothingYet(), supplies::pretendedPort, copier(name));
        copies.put(name, copy);
        return copy.describe(sent);
    }

    private void requireOwnAddress(Subscription name) throws RelayException {
        InetAddress from = name.from();
        if (from != null && !from.getHostAddress().equals(call.place().address())) {
            throw new RelayException(
                    Kind.UNKNOWN_ADDRESS,
                    "The copy is to be sent from " + from.getHostAddress() + ", and RTPProxy at "
                            + call.place().node().name() + " sends from "
                            + call.place().address() + " only.");
        }
    }

    private RecordingOffer nothingYet() {
        Connection relay = new Connection(AddressFamily.IP4, call.place().address());
        return new RecordingOffer(new Origin(USERNAME, supplies.sessionId(), FIRST_VERSION, relay), relay);
    }

    private IntFunction<CopiedLine> copier(Subscription name) throws RelayException {
        Node node = call.place().node();
        if (direct == null) {
            direct = name;
            return line -> new DirectCopy(node, call.lines().get(line));
        }
        if (!call.place().forks()) {
            throw new RelayException(
                    Kind.NOT_SUPPORTED,
                    "RTPProxy at " + node.name() + " copies a call for one recorder only; one with the feature 20260309"
                            + " copies it for several.");
        }
        return line -> new ForkedCopy(node, call.lines().get(line), steps, supplies.alarm(), supplies.callId());
    }

    CopyOffer refresh(Subscription name) throws RelayException {
        return known(name).describe(call.sent());
    }

    CompletionStage<Void> connect(Subscription name, SessionDescription answer) throws RelayException {
        return known(name).connect(answer, call.sent());
    }

    CompletionStage<List<CopyCount>> count(Subscription name) throws RelayException {
        return known(name).count(call.lines(), call.sent());
    }

    private RecorderCopy known(Subscription name) throws RelayException {
        RecorderCopy copy = copies.get(name);
        if (copy == null) {
            throw new RelayException(Kind.UNKNOWN_CALL, "The call has no copy of that name.");
        }
        return copy;
    }

    /** Has every copy go on with what the call is now. */
    CompletionStage<Void> follow() {
        List<AgreedStream> sent = call.sent();
        return InTurn.each(copies.values(), copy -> copy.follow(sent));
    }

    CompletionStage<Void> unsubscribe(Subscription name) {
        RecorderCopy copy = copies.remove(name);
        if (copy == null) {
            return InTurn.DONE;
        }
        return copy.end().whenComplete((ended, failure) -> {
            if (name.equals(direct)) {
                direct = null;
            }
        });
    }

    /** Ends what would not end with the call. */
    CompletionStage<Void> callEnds() {
        return InTurn.each(copies.values(), RecorderCopy::callEnds);
    }
}
