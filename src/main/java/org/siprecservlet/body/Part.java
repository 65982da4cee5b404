package org.siprecservlet.body;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One part of a multipart body: its headers, and where in the whole its content lies. Use {@link Multipart} to get one. */
public final class Part {

    private static final String DEFAULT_TYPE = "text/plain";

    /** A header of a part; folded lines are joined, {@code start} and {@code end} enclose the value in the whole. */
    record Header(String name, String value, int start, int end) {}

    private final byte[] whole;
    private final List<Header> headers;
    private final int start;
    private final int end;

    Part(byte[] whole, List<Header> headers, int start, int end) {
        this.whole = whole;
        this.headers = List.copyOf(headers);
        this.start = start;
        this.end = end;
    }

    /** The value of the first header of that name, ignoring case. */
    public Optional<String> header(String name) {
        return find(name).map(Header::value);
    }

    /** Type and content; {@code text/plain} when the part does not say what it is (RFC 2046 section 5.1). */
    public Body body() {
        return new Body(header("Content-Type").orElse(DEFAULT_TYPE), Arrays.copyOfRange(whole, start, end));
    }

    Optional<Header> find(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .findFirst();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
