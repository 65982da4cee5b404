package org.siprecservlet.testkit.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.WavFile;
import org.siprecservlet.testkit.metadata.StreamSenders;
import org.siprecservlet.testkit.rtp.RtpReceiver.Received;
import org.siprecservlet.testkit.sdp.MediaLine;

/**
 * Writes a recording session down: {@code 1-alice.wav} for the stream with label 1 that alice sent, {@code metadata.xml},
 * and {@code metadata-2.xml} and so on for what followed. The WAV files of a session begin at the same moment. Audio that is
 * neither PCMU nor PCMA is left out, and so is what is no audio.
 */
public final class SessionFiles {

    private static final int LONGEST_NAME = 40;

    private final RecordedSession session;
    private final Path directory;
    private final Map<String, List<String>> senders = new HashMap<>();

    private SessionFiles(RecordedSession session, Path directory) {
        this.session = session;
        this.directory = directory;
        session.allMetadata().forEach(document -> senders.putAll(StreamSenders.byLabel(document)));
    }

    /**
     * Writes what there is at this moment, in place of files that are there already.
     *
     * @param directory is made if it is not there
     * @return the streams in the order of the SDP
     */
    public static List<SavedStream> write(RecordedSession session, Path directory) throws IOException {
        Files.createDirectories(directory);
        SessionFiles files = new SessionFiles(session, directory);
        files.writeMetadata();
        return files.writeStreams();
    }

    private void writeMetadata() throws IOException {
        List<byte[]> documents = session.allMetadata();
        for (int i = 0; i < documents.size(); i++) {
            String name = i == 0 ? "metadata.xml" : "metadata-" + (i + 1) + ".xml";
            Files.write(directory.resolve(name), documents.get(i));
        }
    }

    private List<SavedStream> writeStreams() throws IOException {
        List<SavedStream> streams = new ArrayList<>();
        List<MediaLine> lines = session.offer().media();
        for (int number = 1; number <= lines.size(); number++) {
            if (lines.get(number - 1).kind().equals("audio")) {
                streams.add(writeStream(number, lines.get(number - 1)));
            }
        }
        return streams;
    }

    private SavedStream writeStream(int number, MediaLine line) throws IOException {
        String label = line.label().orElseGet(() -> Integer.toString(number));
        List<String> from = senders.getOrDefault(label, List.of());
        Path file = directory.resolve(fileName(label, from));
        List<Received> packets = packets(number);
        Map<Integer, G711> laws = laws(line);
        WavFile.write(file, StreamAudio.of(packets, laws, begin()));
        long decoded = packets.stream()
                .filter(p -> laws.containsKey(p.packet().payloadType()))
                .count();
        return new SavedStream(label, from, file, packets.size(), packets.size() - (int) decoded);
    }

    private List<Received> packets(int number) {
        return session.media()
                .knownPort(number)
                .map(port -> port.receiver().packets())
                .orElseGet(List::of);
    }

    /** When the first packet of the session came. */
    private Instant begin() {
        return IntStream.rangeClosed(1, session.offer().media().size())
                .mapToObj(this::packets)
                .flatMap(List::stream)
                .map(Received::at)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Map<Integer, G711> laws(MediaLine line) {
        Map<Integer, G711> laws = new HashMap<>();
        Stream.of(G711.values()).forEach(law -> {
            laws.put(law.payloadType(), law);
            line.attributes().stream()
                    .filter(a -> a.matches("(?i)rtpmap:\\d+ +" + law + "/8000(/1)?"))
                    .forEach(a -> laws.put(Integer.valueOf(a.split("[: ]")[1]), law));
        });
        return laws;
    }

    private static String fileName(String label, List<String> senders) {
        String party = senders.isEmpty() ? "nobody" : String.join("+", senders).replaceAll("sips?:|tel:|@[^+]*", "");
        return plain(label) + "-" + plain(party) + ".wav";
    }

    /** Labels and addresses come from outside, and must not lead out of the directory. */
    private static String plain(String text) {
        String harmless = text.replaceAll("[^\\p{Alnum}+._-]", "_").replaceFirst("^\\.+", "_");
        return harmless.substring(0, Math.min(harmless.length(), LONGEST_NAME));
    }
}
