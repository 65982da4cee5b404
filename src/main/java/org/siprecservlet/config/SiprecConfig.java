package org.siprecservlet.config;

import java.util.List;
import java.util.Set;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.RecordingSettings;

/** The whole configuration, checked. */
public record SiprecConfig(
        CallSettings call,
        SrcSettings src,
        ServerSettings servers,
        RuleSettings rules,
        RecordingSettings recording,
        MetadataSettings metadata,
        RestSettings rest,
        MediaSettings media) {

    private static final Set<Key> CHECKED_FURTHER =
            Set.of(Key.MEDIA_ENGINE, Key.MEDIA_ADDRESS, Key.MEDIA_PORTS, Key.RTPPROXY_NODES);

    /**
     * Reads and checks everything under {@code siprec.}.
     *
     * @param files reads the files that settings name
     * @param checks what else to ask of the media settings, so that one message tells all
     * @throws ConfigurationFaults when anything is wrong; names every fault
     */
    public static SiprecConfig read(Settings settings, FileText files, List<MediaCheck> checks) {
        Values values = new Values(settings);
        ServerSettings servers = ServerSettings.read(values, files);
        MediaSettings media = MediaSettings.read(values);
        NoticeReader notices = new NoticeReader(files, media.engine());
        PartyNotice notice = notices.standard(values);
        SiprecConfig config = new SiprecConfig(
                CallSettings.read(values),
                SrcSettings.read(values),
                servers,
                new RuleFile(values, files, notices, notice).read(servers, media.engine()),
                RecordingArea.read(values, notice),
                MetadataSettings.read(values, files),
                RestSettings.read(values),
                media);
        values.add(UnknownKeys.in(settings));
        if (!values.areFaulty(CHECKED_FURTHER)) {
            checks.forEach(check -> values.add(check.faultsIn(config.media())));
        }
        values.throwFaults();
        return config;
    }
}
