package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a document relates to earlier ones of the same recording session (RFC 7865, 5.1). */
public enum Datamode {
    /** Describes everything there is; replaces what was said before. */
    @JsonProperty("complete")
    COMPLETE,

    /** Tells changed elements only; allowed after a complete document. */
    @JsonProperty("partial")
    PARTIAL
}
