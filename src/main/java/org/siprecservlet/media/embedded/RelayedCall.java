package org.siprecservlet.media.embedded;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.Endpoint;
import org.siprecservlet.media.description.PlainRtp;
import org.siprecservlet.media.description.SdpRewriter;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * One call: its lines, and how far the offer/answer exchange of its sides has come (RFC 3264). On one event loop only.
 *
 * <p>An offer only adds ports. What the sides agree on holds from the answer on, so that media flows as before while an
 * offer is open and after it has been taken back.
 */
final class RelayedCall {

    private final EventLoop loop;
    private final PortPairs ports;
    private final List<RelayedLine> lines = new ArrayList<>();
    private final Map<Side, SessionDescription> described = new EnumMap<>(Side.class);
    private final SideFamilies families;
    private final RecorderCopies copies;
    private final Playbacks playbacks;
    private OpenOffer latest;

    RelayedCall(EventLoop loop, PortPairs ports, RandomGenerator random) {
        this.loop = loop;
        this.ports = ports;
        this.families = new SideFamilies(lines, described, ports.addresses().preferred());
        this.copies = new RecorderCopies(this, ports, random);
        this.playbacks = new Playbacks(this, random);
    }

    EventLoop loop() {
        return loop;
    }

    RecorderCopies copies() {
        return copies;
    }

    Playbacks playbacks() {
        return playbacks;
    }

    List<RelayedLine> lines() {
        return lines;
    }

    /** What a side sends on an answered line, as agreed in the latest exchange that was completed. */
    AgreedStream agreed(int index, Side sender) {
        return AgreedStream.of(index, sender, described.get(sender), described.get(sender.other()));
    }

    /** Whether nothing was ever agreed and no offer is open. */
    boolean isUnused() {
        return described.isEmpty() && latest == null;
    }

    SessionDescription offer(Side from, SessionDescription offer) throws RelayException {
        if (latest != null && !latest.isAnswered()) {
            withdraw(latest.from());
        }
        AddressFamily senders = families.ofOfferer(from, offer);
        AddressFamily receivers = families.ofAnswerer(from.other(), senders);
        ports.address(senders);
        ports.address(receivers);
        latest = new OpenOffer(from, offer);
        try {
            prepareLines(from, offer, senders, receivers);
        } catch (RelayException e) {
            withdraw(from);
            throw e;
        }
        return rewritten(offer, from.other(), receivers);
    }

    private void prepareLines(Side from, SessionDescription offer, AddressFamily senders, AddressFamily receivers)
            throws RelayException {
        for (int i = 0; i < offer.media().size(); i++) {
            if (i == lines.size()) {
                lines.add(new RelayedLine(loop, ports));
            }
            MediaDescription line = offer.media().get(i);
            if (SdpRewriter.carries(line) && !lines.get(i).isOpen()) {
                lines.get(i).open(from, senders, receivers);
                lines.get(i).leg(from).announce(Endpoint.of(offer, line));
                latest.opens(lines.get(i));
            }
        }
    }

    SessionDescription answer(Side from, SessionDescription answer) throws RelayException {
        Side offerer = from.other();
        if (latest == null || latest.from() != offerer) {
            throw new RelayException(RelayException.Kind.BROKEN, "There is no offer that the answer could belong to.");
        }
        SessionDescription offer = latest.sdp();
        AddressFamily family = families.ofOfferer(offerer, offer);
        for (int i = 0; i < lines.size(); i++) {
            settle(i, offerer, family, answer);
        }
        described.put(offerer, offer);
        described.put(from, answer);
        latest.answered();
        playbacks.agreed();
        return rewritten(answer, offerer, family);
    }

    private void settle(int index, Side offerer, AddressFamily family, SessionDescription answer)
            throws RelayException {
        SessionDescription offer = latest.sdp();
        RelayedLine line = lines.get(index);
        if (!isCarried(offer, index) || !isCarried(answer, index)) {
            line.close();
            return;
        }
        MediaDescription offered = offer.media().get(index);
        MediaDescription answered = answer.media().get(index);
        if (line.isOpen()) {
            line.leg(offerer).open(family);
        } else {
            line.open(offerer, family, families.ofAnswerer(offerer.other(), family));
        }
        line.leg(offerer).announce(Endpoint.of(offer, offered));
        line.leg(offerer.other()).announce(Endpoint.of(answer, answered));
        line.setCopyable(PlainRtp.isPlain(offer, index, answer));
    }

    private static boolean isCarried(SessionDescription sdp, int index) {
        return index < sdp.media().size() && SdpRewriter.carries(sdp.media().get(index));
    }

    /** Once an offer is answered, what it needed belongs to the call. */
    void withdraw(Side from) {
        if (latest != null && latest.from() == from && !latest.isAnswered()) {
            latest.closeOpened();
            latest = null;
        }
    }

    List<StreamCount> counts() {
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(index -> Stream.of(Side.values())
                        .map(side -> lines.get(index).leg(side).count(index, side)))
                .toList();
    }

    void close() {
        playbacks.close();
        copies.close();
        lines.forEach(RelayedLine::close);
    }

    private SessionDescription rewritten(SessionDescription sdp, Side receiver, AddressFamily family) {
        Connection relay = ports.addresses().connection(family);
        return new SdpRewriter(
                        relay,
                        index -> index < lines.size()
                                ? lines.get(index).leg(receiver).rtpPort()
                                : 0)
                .rewrite(sdp);
    }
}
