package org.siprecservlet.config;

/** Turns the text of a setting into its value. */
@FunctionalInterface
interface Syntax<T> {

    /** Reads text without blanks around it; the text is empty only when the key's default is. */
    T parse(String text) throws BadValue;

    /** This syntax, and a word that means something else. */
    default Syntax<T> orWord(String word, T meaning) {
        return text -> text.equals(word) ? meaning : parse(text);
    }

    /** This syntax, and something else in place of no text at all. */
    default Syntax<T> orWhenEmpty(T none) {
        return text -> text.isEmpty() ? none : parse(text);
    }
}
