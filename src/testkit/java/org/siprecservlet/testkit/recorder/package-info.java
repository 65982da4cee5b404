/**
 * A SIPREC recording server for tests (the SRS of RFC 7866): accepts recording sessions, answers with real media ports
 * and keeps everything that came, media and metadata. It behaves well by default and misbehaves on command:
 * {@code recorder.willRefuse(503)}, {@code recorder.willRejectLine(2)}. It asserts nothing; tests do that with what
 * a {@code RecordedSession} kept. Built on the {@code sip}, {@code sdp} and {@code rtp} packages.
 */
package org.siprecservlet.testkit.recorder;
