package org.siprecservlet.testkit.recorder;

import java.nio.file.Path;
import java.util.List;

/**
 * One stream of a recording session as it was written down.
 *
 * @param label its label in SDP and metadata
 * @param senders the addresses of record of those who sent it, as the metadata says
 * @param file the WAV file
 * @param packets how many RTP packets came
 * @param undecoded how many of them are not in the file, because they are not PCMU or PCMA
 */
public record SavedStream(String label, List<String> senders, Path file, int packets, int undecoded) {

    public SavedStream {
        senders = List.copyOf(senders);
    }
}
