package org.siprecservlet.rest;

import java.util.List;

/**
 * A list of calls in JSON.
 *
 * @param next the cursor of the next page; null when this is the last
 */
record CallsJson(List<CallJson> calls, String next) {}
