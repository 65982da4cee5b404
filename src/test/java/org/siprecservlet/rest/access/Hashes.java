package org.siprecservlet.rest.access;

/** Hashes that another program made, with as few iterations as are taken, so that tests are quick. */
final class Hashes {

    private static final String START = "{PBKDF2-SHA512}10000$c2FsdHNhbHRzYWx0c2FsdA==$";

    /** Of the password {@code correct horse}. */
    static final String CORRECT_HORSE = START + "AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=";

    /** Of the password {@code pässwörd}. */
    static final String UMLAUTS = START + "aMzT5x9h34IoL7UGsCgyuL6Vp91Ze4tlpvehHrn88AY=";

    /** Of the password that has no characters. */
    static final String EMPTY = START + "f7jau2nxVkQdw24bj9B7n9+QVrr4FGSxagySdOo6lBA=";

    private Hashes() {}
}
