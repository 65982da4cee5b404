package org.siprecservlet.media.rtpengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/**
 * One command of the ng protocol, without the cookie.
 *
 * @param fields the dictionary; values are text, numbers, lists of text, and dictionaries of such; or texts and octets
 */
record NgCommand(Map<String, Object> fields) {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private static final String BLOB = "blob";
    private static final String TRANSPORT = "RTP/AVP";
    private static final String ENCRYPTED_TRANSPORT = "RTP/SAVP";

    /** Ports stay when a party moves, and the first packet tells where a party is, for good. */
    private static final List<String> EXCHANGE_FLAGS =
            List.of("trust-address", "port-latching", "strict-source", "endpoint-learning-immediate");

    NgCommand {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    private static NgCommand of(String name) {
        return new NgCommand(Map.of()).with("command", name);
    }

    private static NgCommand of(String name, String callId) {
        return of(name).with("call-id", callId);
    }

    private NgCommand with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(key, value);
        return new NgCommand(more);
    }

    static NgCommand ping() {
        return of("ping");
    }

    /** The first offer of a call. */
    static NgCommand offer(String callId, Side from, SessionDescription sdp) {
        return exchange(of("offer", callId).with("from-tag", Tags.of(from)), sdp);
    }

    /** A later offer, which names the other side, lest the daemon takes a participant that has nothing to do with it. */
    static NgCommand offerAgain(String callId, Side from, SessionDescription sdp) {
        NgCommand offer = of("offer", callId).with("from-tag", Tags.of(from)).with("to-tag", Tags.of(from.other()));
        return exchange(offer, sdp);
    }

    static NgCommand answer(String callId, Side from, SessionDescription sdp) {
        NgCommand answer =
                of("answer", callId).with("from-tag", Tags.of(from.other())).with("to-tag", Tags.of(from));
        return exchange(answer, sdp);
    }

    /** Where keys are told, each line keeps its profile. */
    private static NgCommand exchange(NgCommand command, SessionDescription sdp) {
        NgCommand exchange = command.with("flags", EXCHANGE_FLAGS).with("ICE", "remove");
        NgCommand profiled =
                KeyedLines.areIn(sdp) ? exchange.with("DTLS", "off") : exchange.with("transport-protocol", TRANSPORT);
        return profiled.with("sdp", sdp.toString());
    }

    /** Asks for what a side sends; a copy that flows already goes on as it is. */
    static NgCommand subscribe(String callId, Side sender, String copy) {
        return of("subscribe request", callId)
                .with("from-tag", Tags.of(sender))
                .with("to-tag", copy)
                .with("flags", List.of("SIPREC"))
                .with("ICE", "remove")
                .with("rtcp-mux", List.of("demux"))
                .with("transport-protocol", TRANSPORT);
    }

    /**
     * The same subscription with other codecs than the call's.
     *
     * @param without names of codecs that are not to be offered
     * @param with names of codecs that are, the best first
     */
    NgCommand inCodecs(List<String> without, List<String> with) {
        Map<String, Object> codecs = new LinkedHashMap<>();
        codecs.put("strip", without);
        codecs.put("transcode", with);
        return with("codec", codecs);
    }

    /**
     * The same subscription with SRTP.
     *
     * @param suite one only: its key stays, while a daemon makes new keys for those that were not taken. None of the call's: the
     *     daemon would take the party's key
     * @param parties those of the call, which are in the reply with the keys of the party
     */
    NgCommand encrypted(Suite suite, Set<Suite> parties) {
        return with("transport-protocol", ENCRYPTED_TRANSPORT)
                .with("DTLS", "off")
                .with("SDES", suite.beside(parties));
    }

    /** Asks what there is of a call, with counters of what came in. */
    static NgCommand query(String callId) {
        return of("query", callId);
    }

    /** Says where a copy goes, line by line. */
    static NgCommand connect(String callId, String copy, SessionDescription answer) {
        return of("subscribe answer", callId)
                .with("to-tag", copy)
                .with("flags", List.of("allow-transcoding"))
                .with("sdp", answer.toString());
    }

    static NgCommand unsubscribe(String callId, String copy) {
        return of("unsubscribe", callId).with("to-tag", copy);
    }

    /**
     * Has a side hear a sound.
     *
     * @param file a WAV file; with others a daemon may crash
     */
    static NgCommand play(String callId, Side hearer, byte[] file) {
        return of("play media", callId).with("from-tag", Tags.of(hearer)).with(BLOB, file);
    }

    static NgCommand hush(String callId, Side hearer) {
        return of("stop media", callId).with("from-tag", Tags.of(hearer));
    }

    /** Frees what a copy held, which it would do only with the call. */
    static NgCommand deleteCopy(String callId, String copy) {
        return of("delete", callId).with("from-tag", copy).with("delete-delay", 0);
    }

    /** Ends the call and everything that belongs to it, at once. */
    static NgCommand delete(String callId) {
        return of("delete", callId).with("delete-delay", 0);
    }

    String name() {
        return (String) fields.get("command");
    }

    /** Reads what it was replied to with: a dictionary in the same form. */
    NgReply reply(String text) {
        return hasOctets() ? NgReply.parseBencode(text) : NgReply.parse(text);
    }

    private boolean hasOctets() {
        return fields.containsKey(BLOB);
    }

    String text() {
        if (hasOctets()) {
            return Bencode.write(fields);
        }
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and numbers can be written", e);
        }
    }
}
