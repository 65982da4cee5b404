package org.siprecservlet.testkit.demo;

/**
 * What one check found.
 *
 * @param text what is right, or the sentence that says what is wrong
 */
record Finding(boolean good, String text) {

    static Finding good(String text) {
        return new Finding(true, text);
    }

    static Finding bad(String text) {
        return new Finding(false, text);
    }
}
