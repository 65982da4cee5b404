package org.siprecservlet.sdp;

import java.util.List;

/** One media description: the m= line and the lines below it. */
public record MediaDescription(List<String> lines) {

    public MediaDescription {
        lines = List.copyOf(lines);
    }
}
