package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.metadata.IdSource;
import org.siprecservlet.metadata.MetadataWriter;
import org.siprecservlet.metadata.RecordingMetadata;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What a server is invited with.
 *
 * @param body offer and metadata in one multipart (RFC 7866 section 9.1)
 * @param document the metadata alone
 */
record Invitation(Body body, byte[] document) {

    private static final MetadataWriter WRITER = new MetadataWriter();

    static Invitation of(SessionDescription offer, RecordingMetadata metadata, RecorderProfile profile, IdSource ids) {
        byte[] document =
                WRITER.write(profile.readsSilentParticipants() ? metadata : metadata.withoutSilentParticipants());
        Body body = Multipart.recordingSession(
                new Body(SessionDescription.MEDIA_TYPE, offer.toBytes()),
                new Body(profile.metadataType(), document),
                () -> ids.next().toString());
        return new Invitation(body, document);
    }
}
