package org.siprecservlet.recording;

import java.time.Instant;
import java.util.List;
import org.siprecservlet.call.AnsweredCall;

/** What a complete metadata document says of a recorded call (RFC 7865). */
record RecordingSnapshot(
        String sessionId,
        String groupId,
        AnsweredCall call,
        List<RecordingView.Participant> participants,
        List<RecordingView.Stream> streams,
        Instant associatedAt) {}
