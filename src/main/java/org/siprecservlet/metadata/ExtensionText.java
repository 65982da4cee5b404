package org.siprecservlet.metadata;

import java.util.Objects;

/** Text within extension data: any text; written as one line, without what XML does not allow. */
public record ExtensionText(String value) implements ExtensionNode {

    public ExtensionText {
        Objects.requireNonNull(value, "extension data needs a text");
    }
}
