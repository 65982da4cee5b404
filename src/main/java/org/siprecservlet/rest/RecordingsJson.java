package org.siprecservlet.rest;

import java.util.List;

/**
 * A list of recordings in JSON.
 *
 * @param next the cursor of the next page; null when this is the last
 */
record RecordingsJson(List<RecordingJson> recordings, String next) {}
