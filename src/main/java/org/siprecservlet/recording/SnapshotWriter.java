package org.siprecservlet.recording;

/** Writes metadata documents. */
interface SnapshotWriter {

    byte[] write(RecordingSnapshot snapshot);
}
