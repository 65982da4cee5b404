package org.siprecservlet.sound;

/** Something that can be heard. */
public sealed interface Sound permits Samples, PromptFile {

    /** What it is called in logs. */
    String name();

    /** Whether it begins anew again and again until it is ended; else it is heard once. */
    boolean isRepeated();
}
