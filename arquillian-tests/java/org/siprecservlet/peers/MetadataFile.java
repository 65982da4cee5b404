package org.siprecservlet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recording metadata that a SIPp received, as xmllint reads it. */
final class MetadataFile {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern DOCUMENT = Pattern.compile("<\\?xml.*?</(\\w+:)?recording>", Pattern.DOTALL);

    private final Tool xmllint = Tool.require("xmllint", "libxml2-utils");
    private final Path folder;

    private MetadataFile(Path folder) {
        this.folder = folder;
    }

    /** Takes the first document out of the messages of a recorder. */
    static MetadataFile in(String messages, Path folder) throws IOException {
        Matcher document = DOCUMENT.matcher(messages);
        assertThat(document.find()).as("metadata in\n%s", messages).isTrue();
        Files.writeString(folder.resolve("metadata.xml"), document.group());
        return new MetadataFile(folder);
    }

    /** Fails unless the document is valid against the schema of RFC 7865. */
    void validate() throws IOException {
        copySchema("rs-metadata.xsd");
        copySchema("xml.xsd");
        xmllint.run(folder, PATIENCE, List.of("--noout", "--nonet", "--schema", "rs-metadata.xsd", "metadata.xml"));
    }

    private void copySchema(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("org/siprecservlet/testkit/metadata/" + name)) {
            Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    /** The name of the participant who sends the stream with this label. */
    String speakerOf(int label) {
        String stream = "//*[local-name()='stream'][*[local-name()='label']='" + label + "']/@stream_id";
        String sender =
                "//*[local-name()='participantstreamassoc'][*[local-name()='send']=" + stream + "]/@participant_id";
        String name = "//*[local-name()='participant'][@participant_id=" + sender + "]//*[local-name()='name']";
        return xmllint.run(folder, PATIENCE, List.of("--xpath", "string(" + name + ")", "metadata.xml"))
                .strip();
    }
}
