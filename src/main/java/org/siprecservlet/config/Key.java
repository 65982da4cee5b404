package org.siprecservlet.config;

import java.util.Locale;

/** Every key this version knows. The names are a contract with operators and tools: add, never rename. */
public enum Key {
    NEXT_HOP("siprec.next-hop", ""),
    RING_TIMEOUT("siprec.call.ring-timeout", "3m"),
    SRC_URI("siprec.src.uri", ""),
    SRS("siprec.srs", ""),
    SKIP_FAILOVER_CODES("siprec.skip-failover-codes", ""),
    SRS_ANSWER_TIMEOUT("siprec.srs.answer-timeout", "4s"),
    SRS_KEEPALIVE("siprec.srs.keepalive", "0s"),
    SRS_USERS("siprec.srs.users", ""),
    GROUP_KEY_FILE("siprec.metadata.group-key-file", ""),
    HISTORY_KEEP("siprec.history.keep", "10m"),
    HISTORY_MAX("siprec.history.max", "1000"),
    REST_USERS("siprec.rest.users", ""),
    REST_ANY_SERVER("siprec.rest.any-server", "false"),
    REST_ANSWER_TIMEOUT("siprec.rest.answer-timeout", "10s"),
    REST_EVENT_CLIENTS("siprec.rest.event-clients", "16"),
    MEDIA_ENGINE("siprec.media.engine", "embedded"),
    MEDIA_ADDRESS("siprec.media.address", "127.0.0.1"),
    MEDIA_PORTS("siprec.media.ports", "30000-39999"),
    RTPENGINE_NODES("siprec.media.rtpengine.nodes", "127.0.0.1:2223"),
    RTPPROXY_NODES("siprec.media.rtpproxy.nodes", "udp:127.0.0.1:22222"),
    WHEN_UNUSABLE("siprec.media.when-unusable", "refuse"),
    SILENCE_AFTER("siprec.media.silence-after", "10s"),
    ANNOUNCEMENT("siprec.notice.announcement", ""),
    TONE("siprec.notice.tone", "off"),
    NOTICE_AT("siprec.notice.at", "start"),
    NOTICE_RECORDED("siprec.notice.recorded", "false"),
    CONFIG_FILE("siprec.config", "");

    private final String key;
    private final String defaultValue;

    Key(String key, String defaultValue) {
        this.key = key;
        this.defaultValue = defaultValue;
    }

    /** The name as it is written in property files and system properties. */
    public String key() {
        return key;
    }

    /** The name as an environment variable, by the rule of MicroProfile Config. */
    public String variable() {
        return variable(key);
    }

    /** The environment variable that MicroProfile Config looks at for any name. */
    static String variable(String name) {
        return mapped(name).toUpperCase(Locale.ROOT);
    }

    /** What is taken when the key is not set; may be empty. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Whether MicroProfile Config takes a setting of this name for this key. */
    boolean answersTo(String name) {
        return name.equals(key) || name.equals(mapped(key)) || name.equals(variable());
    }

    private static String mapped(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
