package org.siprecservlet.media.embedded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.description.SdpRewriter;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.SessionDescription;

/** Tells which address family to use towards a side of a call. A view of the call's state, on its event loop only. */
final class SideFamilies {

    private final List<RelayedLine> lines;
    private final Map<Side, SessionDescription> described;
    private final AddressFamily preferred;

    SideFamilies(List<RelayedLine> lines, Map<Side, SessionDescription> described, AddressFamily preferred) {
        this.lines = lines;
        this.described = described;
        this.preferred = preferred;
    }

    /** What an offer says goes before what is in use: the side may have moved. */
    AddressFamily ofOfferer(Side side, SessionDescription offer) {
        return in(offer).or(() -> inUse(side)).orElse(preferred);
    }

    /** A side that has said nothing yet is taken to be like the one that calls it. */
    AddressFamily ofAnswerer(Side side, AddressFamily offerers) {
        return inUse(side).orElse(offerers);
    }

    private Optional<AddressFamily> inUse(Side side) {
        return lines.stream()
                .map(line -> line.leg(side).family())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(described.get(side)).flatMap(SideFamilies::in));
    }

    /** The family of the first line that says where media is to go; a held line does not tell. */
    private static Optional<AddressFamily> in(SessionDescription sdp) {
        return sdp.media().stream()
                .filter(SdpRewriter::carries)
                .map(sdp::connectionOf)
                .flatMap(Optional::stream)
                .filter(connection -> !connection.isUnspecified())
                .map(Connection::family)
                .findFirst();
    }
}
