package org.siprecservlet.metadata;

import java.util.UUID;

/** Where new ids come from, so that a test can tell them beforehand. Safe for use by several threads. */
@FunctionalInterface
public interface IdSource {

    /**
     * A UUID that was never given out before and tells nothing about the person, call or machine it will name
     * (RFC 7865, 6.10): version 4.
     */
    UUID next();
}
