package org.siprecservlet.media.rtpengine;

import java.util.Locale;
import org.siprecservlet.call.Side;

/**
 * The tags of a call's participants at RTPengine. The sides keep theirs whoever is behind them: to the daemon a new answerer is the
 * same participant with another description, and so takes no subscription's place.
 */
final class Tags {

    private Tags() {}

    static String of(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String ofCopy(String copy, Side sender) {
        return copy + "-" + of(sender);
    }
}
