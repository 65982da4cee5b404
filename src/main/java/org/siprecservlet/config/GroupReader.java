package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerGroup;
import org.siprecservlet.selection.Strategy;

/** Reads the groups of recording servers. */
final class GroupReader {

    private static final String SERVERS = "servers";
    private static final String STRATEGY = "strategy";
    private static final String SKIP_FAILOVER_CODES = "skip-failover-codes";
    private static final String ANSWER_TIMEOUT = "answer-timeout";
    private static final String KEEPALIVE = "keepalive";
    private static final String PROFILE = "profile";
    private static final String METADATA_UPDATES = "metadata-updates";
    private static final String CODECS = "codecs";
    private static final String MEDIA = "media";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern CODEC = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Map<String, Strategy> STRATEGIES =
            Map.of("hunt", Strategy.HUNT, "round-robin", Strategy.ROUND_ROBIN);
    private static final Syntax<SrsUri> SERVER = text -> new SrsUri(new SipUri().parse(text));

    private final List<String> names;
    private final List<ServerGroup> groups = new ArrayList<>();
    private final ServerSettings otherwise;
    private final MediaEngine engine;

    /**
     * @param otherwise has the terms of groups that have none of their own
     * @param engine does what groups want of their copies, or can not
     */
    GroupReader(YamlObject object, ServerSettings otherwise, MediaEngine engine) {
        this.names = object.keys();
        this.otherwise = otherwise;
        this.engine = engine;
        names.forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                object.complain(
                        name,
                        "\"" + name + "\" is no name for a group",
                        "use 1 to 64 of the characters A-Z a-z 0-9 . _ -");
            }
            read(name, object.object(name));
        });
    }

    /** The names that groups have, also of those in which something is wrong. */
    List<String> names() {
        return names;
    }

    /** The groups in which nothing is wrong. */
    List<ServerGroup> groups() {
        return List.copyOf(groups);
    }

    /** Adds a group of the servers that an object of the file has; empty when there is something wrong with them. */
    Optional<String> addServersOf(YamlObject object, String name) {
        return add(name, object, Strategy.HUNT, otherwise.terms());
    }

    private Optional<String> add(String name, YamlObject object, Strategy strategy, ServerGroup.Terms terms) {
        if (!object.has(SERVERS)) {
            object.complain(SERVERS, "there is no server", "write for example servers: [\"sip:recorder.example.com\"]");
        }
        List<SrsUri> servers = object.readAllBy(SERVERS, "uri", SERVER);
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        groups.add(new ServerGroup(name, servers, strategy, terms));
        return Optional.of(name);
    }

    private void read(String name, YamlObject group) {
        group.allowOnly(List.of(
                SERVERS,
                STRATEGY,
                SKIP_FAILOVER_CODES,
                ANSWER_TIMEOUT,
                KEEPALIVE,
                PROFILE,
                METADATA_UPDATES,
                CODECS,
                MEDIA));
        ServerGroup.Terms terms = new ServerGroup.Terms(
                group.read(SKIP_FAILOVER_CODES, new StatusCodePattern())
                        .orElse(otherwise.terms().skipFailoverCodes()),
                group.read(ANSWER_TIMEOUT, ServerSettings.ANSWER_TIMEOUT)
                        .orElse(otherwise.terms().answerTimeout()),
                profile(group),
                group.read(KEEPALIVE, ServerSettings.KEEPALIVE)
                        .orElse(otherwise.terms().keepalive()),
                codecs(group),
                protection(group));
        Strategy strategy = group.read(STRATEGY, GroupReader::strategy).orElse(Strategy.HUNT);
        add(name, group, strategy, terms);
    }

    private RecorderProfile profile(YamlObject group) {
        RecorderProfile named = group.read(PROFILE, GroupReader::profile)
                .orElse(otherwise.terms().profile());
        return group.read(METADATA_UPDATES, GroupReader::partial)
                .map(named::mergingMetadata)
                .orElse(named);
    }

    private List<String> codecs(YamlObject group) {
        if (group.has(CODECS)) {
            requireTransforming(group, CODECS, "in the codecs of the call, and transcodes nothing");
        }
        return group.readAll(CODECS, GroupReader::codec);
    }

    private MediaProtection protection(YamlObject group) {
        MediaProtection protection = group.read(MEDIA, GroupReader::protection)
                .orElse(otherwise.terms().protection());
        if (protection == MediaProtection.SRTP) {
            requireTransforming(group, MEDIA, "unencrypted media, and encrypts nothing");
        }
        return protection;
    }

    private void requireTransforming(YamlObject group, String key, String instead) {
        if (!engine.transforms()) {
            group.complain(
                    key,
                    "the media relay " + engine.text() + " copies " + instead,
                    "leave this out, or set " + Key.MEDIA_ENGINE.key() + " to " + MediaEngine.RTPENGINE.text());
        }
    }

    private static MediaProtection protection(String text) throws BadValue {
        return MediaProtection.named(text)
                .orElseThrow(() -> new BadValue("that does not say what is encrypted", "write as-call, srtp or rtp"));
    }

    private static String codec(String text) throws BadValue {
        if (!CODEC.matcher(text).matches()) {
            throw new BadValue("\"" + text + "\" is no name of a codec", "write for example codecs: [PCMA]");
        }
        return text;
    }

    private static RecorderProfile profile(String name) throws BadValue {
        return RecorderProfile.named(name)
                .orElseThrow(() -> new BadValue(
                        "there is no such profile", "write one of " + String.join(", ", RecorderProfile.names())));
    }

    private static boolean partial(String text) throws BadValue {
        if (!text.equals("partial") && !text.equals("complete")) {
            throw new BadValue("updates are neither complete nor partial", "write complete or partial");
        }
        return text.equals("partial");
    }

    private static Strategy strategy(String text) throws BadValue {
        if (!STRATEGIES.containsKey(text)) {
            throw new BadValue("there is no such strategy", "write hunt or round-robin");
        }
        return STRATEGIES.get(text);
    }
}
