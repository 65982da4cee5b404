package org.siprecservlet.media.rtpengine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The crypto suites of SRTP that RTPengine knows (RFC 4568 section 6.2, RFC 6188, RFC 7714).
 *
 * <p>Copies are offered the first of {@link #OFFERED} that will do: every recorder has to have {@link #AES_CM_128_HMAC_SHA1_80}.
 */
enum Suite {
    AEAD_AES_256_GCM(256),
    AEAD_AES_128_GCM(128),
    AES_256_CM_HMAC_SHA1_80(256),
    AES_256_CM_HMAC_SHA1_32(256),
    AES_192_CM_HMAC_SHA1_80(192),
    AES_192_CM_HMAC_SHA1_32(192),
    AES_CM_128_HMAC_SHA1_80(128),
    AES_CM_128_HMAC_SHA1_32(128),
    F8_128_HMAC_SHA1_80(128),
    F8_128_HMAC_SHA1_32(128),
    NULL_HMAC_SHA1_80(0),
    NULL_HMAC_SHA1_32(0);

    /** What copies are offered, the one that most recorders have first. */
    static final List<Suite> OFFERED = List.of(AES_CM_128_HMAC_SHA1_80, AES_256_CM_HMAC_SHA1_80, AEAD_AES_256_GCM);

    /** How long the key is. */
    private final int bits;

    Suite(int bits) {
        this.bits = bits;
    }

    /** The one of that name, however it is written. */
    static Optional<Suite> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean isAsStrongAs(Suite other) {
        return bits >= other.bits;
    }

    /**
     * What tells RTPengine to offer no other, with padding, which strict readers want.
     *
     * @param parties those of the call: told not to offer these, RTPengine would no longer decrypt the call
     */
    List<String> beside(Set<Suite> parties) {
        Stream<Suite> others = Arrays.stream(values()).filter(each -> each != this && !parties.contains(each));
        return Stream.concat(Stream.of("pad"), others.map(each -> "no-" + each)).toList();
    }
}
