package org.siprecservlet.media;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads and writes SRTP of the suites AES_CM_128_HMAC_SHA1_80 and AES_256_CM_HMAC_SHA1_80 (RFC 3711, RFC 4568 section 6.2, RFC 6188), the
 * first 65536 packets of a stream.
 */
final class Srtp {

    private static final int SALT = 14;
    private static final int HEADER = 12;
    private static final int TAG = 10;

    private final byte[] master;
    private final byte[] masterSalt;

    private Srtp(byte[] master, byte[] masterSalt) {
        this.master = master;
        this.masterSalt = masterSalt;
    }

    /** @param crypto the value of {@code a=crypto} of who sends, padded */
    static Srtp of(String crypto) {
        byte[] keyAndSalt = Base64.getDecoder().decode(crypto.substring(crypto.indexOf("inline:") + 7));
        int key = keyAndSalt.length - SALT;
        return new Srtp(Arrays.copyOf(keyAndSalt, key), Arrays.copyOfRange(keyAndSalt, key, keyAndSalt.length));
    }

    /** The RTP packet; fails when it was not made with this key. */
    byte[] opened(byte[] packet) throws GeneralSecurityException {
        int end = packet.length - TAG;
        if (!Arrays.equals(tag(packet, end), Arrays.copyOfRange(packet, end, packet.length))) {
            throw new GeneralSecurityException("the packet was not made with this key");
        }
        return turned(packet, end);
    }

    /** The SRTP packet. */
    byte[] sealed(byte[] packet) throws GeneralSecurityException {
        byte[] turned = turned(packet, packet.length);
        byte[] sealed = Arrays.copyOf(turned, turned.length + TAG);
        System.arraycopy(tag(turned, turned.length), 0, sealed, turned.length, TAG);
        return sealed;
    }

    private byte[] tag(byte[] packet, int end) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(derived(1, 20), "HmacSHA1"));
        mac.update(packet, 0, end);
        return Arrays.copyOf(mac.doFinal(new byte[4]), TAG);
    }

    /** Encrypts what is readable, and the reverse. */
    private byte[] turned(byte[] packet, int end) throws GeneralSecurityException {
        byte[] stream = keyStream(derived(0, master.length), iv(packet), end - HEADER);
        byte[] turned = Arrays.copyOf(packet, end);
        for (int i = HEADER; i < end; i++) {
            turned[i] ^= stream[i - HEADER];
        }
        return turned;
    }

    private byte[] iv(byte[] packet) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(derived(2, SALT), 16);
        byte[] packets = ByteBuffer.allocate(16)
                .put(4, packet, 8, 4)
                .put(12, packet, 2, 2)
                .array();
        for (int i = 0; i < iv.length; i++) {
            iv[i] ^= packets[i];
        }
        return iv;
    }

    private byte[] derived(int label, int length) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(masterSalt, 16);
        iv[7] ^= (byte) label;
        return keyStream(master, iv, length);
    }

    private static byte[] keyStream(byte[] key, byte[] iv, int length) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(new byte[length]);
    }
}
