package org.siprecservlet.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.PartyNotice.Moment;
import org.siprecservlet.sound.Samples;
import org.siprecservlet.sound.Sound;

/** Reads what the parties hear of being recorded: the standard from the settings, and from a rule what it says otherwise. */
final class NoticeReader {

    private static final String ANNOUNCEMENT = "announcement";
    private static final String TONE = "tone";
    private static final String AT = "at";
    private static final String RECORDED = "recorded";

    private final Syntax<Optional<Sound>> announcements;
    private final Syntax<Optional<Samples>> tones;
    private final MediaEngine engine;

    NoticeReader(FileText files, MediaEngine engine) {
        this.announcements = new AnnouncementSyntax(files, engine);
        this.tones = text -> playable(new ToneSyntax().parse(text), engine);
        this.engine = engine;
    }

    private boolean recordable(boolean recorded) throws BadValue {
        if (recorded && !engine.copiesSounds()) {
            throw new BadValue(
                    engine.text() + " copies only what the parties send",
                    "leave it out, or use the media relay " + MediaEngine.EMBEDDED.text());
        }
        return recorded;
    }

    private static Optional<Samples> playable(Optional<Samples> tone, MediaEngine engine) throws BadValue {
        if (tone.isPresent() && !engine.playsSamples()) {
            throw new BadValue(
                    "RTPProxy makes no tones, it plays only what was encoded before",
                    "use an announcement, or another media relay");
        }
        return tone;
    }

    PartyNotice standard(Values values) {
        Optional<Sound> announcement = values.read(Key.ANNOUNCEMENT, announcements);
        Optional<Samples> tone = values.read(Key.TONE, tones);
        if (announcement.isPresent() && tone.isPresent()) {
            values.add(List.of(
                    Fault.in(Key.TONE, tone.get().name(), "there is an announcement, too", "leave out one of them")));
        }
        return new PartyNotice(
                announcement.or(() -> tone).orElse(null),
                values.read(Key.NOTICE_AT, NoticeReader::moment),
                values.read(Key.NOTICE_RECORDED, text -> recordable(new SwitchSyntax().parse(text))));
    }

    /** What a rule says, and for what it leaves out the standard; null when it says nothing. */
    PartyNotice of(YamlObject rule, String key, PartyNotice standard) {
        if (!rule.has(key)) {
            return null;
        }
        YamlObject notice = rule.object(key);
        notice.allowOnly(List.of(ANNOUNCEMENT, TONE, AT, RECORDED));
        if (notice.has(ANNOUNCEMENT) && notice.has(TONE)) {
            notice.complain(TONE, "there is an announcement, too", "leave out one of them");
        }
        Sound sound = standard.sound();
        if (notice.has(ANNOUNCEMENT)) {
            sound = notice.read(ANNOUNCEMENT, announcements)
                    .flatMap(each -> each)
                    .orElse(null);
        } else if (notice.has(TONE)) {
            sound = notice.read(TONE, tones).flatMap(each -> each).orElse(null);
        }
        return new PartyNotice(
                sound,
                notice.read(AT, NoticeReader::moment).orElse(standard.at()),
                notice.read(RECORDED, text -> recordable(RuleReader.yesOrNo(text)))
                        .orElse(standard.recorded()));
    }

    private static Moment moment(String text) throws BadValue {
        return Arrays.stream(Moment.values())
                .filter(moment -> moment.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadValue("there is no such moment", "write start or answer"));
    }
}
