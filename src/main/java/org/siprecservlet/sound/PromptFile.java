package org.siprecservlet.sound;

import java.util.Objects;

/**
 * An announcement that lies with the media relay, encoded beforehand; heard once.
 *
 * @param name the path at the relay, without what stands for the codec
 */
public record PromptFile(String name) implements Sound {

    public PromptFile {
        Objects.requireNonNull(name);
    }

    @Override
    public boolean isRepeated() {
        return false;
    }
}
