package org.siprecservlet.rest;

import java.util.List;

/** A list of recordings in JSON; an object, so that more can be said beside the list one day. */
record RecordingsJson(List<RecordingJson> recordings) {}
