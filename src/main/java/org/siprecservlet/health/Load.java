package org.siprecservlet.health;

import java.util.Map;

/**
 * What is being carried at one moment.
 *
 * @param calls calls that live, answered or not
 * @param roomForOneMore whether the media of one more call could be carried
 * @param figures of the media relay, each with its name, for example {@code portsInUse}
 */
public record Load(int calls, boolean roomForOneMore, Map<String, Long> figures) {

    static final Load NOTHING_TAKEN_YET = new Load(0, false, Map.of());

    public Load {
        figures = Map.copyOf(figures);
    }
}
