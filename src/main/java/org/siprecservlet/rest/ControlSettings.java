package org.siprecservlet.rest;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How recordings are controlled.
 *
 * @param anyServer whether a recording may be started at a recorder that no configuration names
 * @param answerTimeout how long a request waits for the outcome of what it asks for
 * @param threads runs the answers to requests that have waited, which a slow client can hold up
 */
public record ControlSettings(boolean anyServer, Duration answerTimeout, Executor threads) {}
