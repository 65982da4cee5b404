package org.siprecservlet.testkit.demo;

/** The demonstration can not go on; the message is a sentence for the person who started it. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoFailed(String sentence) {
        super(sentence);
    }
}
