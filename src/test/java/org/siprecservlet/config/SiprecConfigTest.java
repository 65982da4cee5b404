package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.metadata.GroupKey;
import org.siprecservlet.recording.SrsUri;

class SiprecConfigTest {

    private static final FileText NO_FILES = path -> {
        throw new NoSuchFileException(path);
    };

    @Test
    void hasADefaultForEverything() throws Exception {
        SiprecConfig config = read();

        assertThat(config.call().nextHop()).isEmpty();
        assertThat(config.call().ringTimeout()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.src().uri()).isEmpty();
        assertThat(config.servers().standard()).isEmpty();
        assertThat(config.servers().terms().answerTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.recording().historyKeep()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.recording().historyMax()).isEqualTo(1000);
        assertThat(config.rest()).isEqualTo(new RestSettings("", false, false, Duration.ofSeconds(10), 16));
        assertThat(config.media())
                .isEqualTo(new MediaSettings(
                        MediaEngine.EMBEDDED,
                        List.of(InetAddress.getByName("127.0.0.1")),
                        30_000,
                        39_999,
                        List.of("127.0.0.1:2223"),
                        List.of("udp:127.0.0.1:22222"),
                        WhenUnusable.REFUSE));
    }

    @Test
    void skipsNoCodeByDefault() {
        assertThat(read().servers().terms().skipFailoverCodes().matcher("486").find())
                .isFalse();
    }

    @Test
    void takesAnEmptyValueForNone() {
        SiprecConfig config = read("siprec.srs", " ", "siprec.history.max", "");

        assertThat(config).usingRecursiveComparison().isEqualTo(read());
    }

    @Test
    void readsRecordersInTheirOrder() {
        SiprecConfig config = read("siprec.srs", "sip:b.example.com , sips:a.example.com:5061;lr");

        assertThat(config.servers().standard())
                .containsExactly(new SrsUri("sip:b.example.com"), new SrsUri("sips:a.example.com:5061;lr"));
    }

    @Test
    void readsBothUris() {
        SiprecConfig config = read("siprec.next-hop", "sip:10.0.0.1:5070", "siprec.src.uri", "sip:src@[2001:db8::1]");

        assertThat(config.call().nextHop()).isEqualTo("sip:10.0.0.1:5070");
        assertThat(config.src().uri()).isEqualTo("sip:src@[2001:db8::1]");
    }

    @Test
    void readsTheCodesThatEndTheSearch() {
        var codes = read("siprec.skip-failover-codes", "[34][0-9][0-9]")
                .servers()
                .terms()
                .skipFailoverCodes();

        assertThat(codes.matcher("404").find()).isTrue();
        assertThat(codes.matcher("503").find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "4s,4000", "2 m,120000", "PT4S,4000", "PT1M30S,90000"})
    void readsDurationsWithTheirUnit(String text, long millis) {
        assertThat(read("siprec.srs.answer-timeout", text).servers().terms().answerTimeout())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void makesAKeyForGroupsAtEachStartUnlessThereIsOne() {
        assertThat(read().metadata().groupKey()).isNull();
    }

    @Test
    void readsTheKeyForGroupsFromItsFile() {
        String key = "0123456789abcdef0123456789abcdef";
        SiprecConfig config = SiprecConfig.read(
                MapSettings.of("siprec.metadata.group-key-file", "/run/secrets/key"), path -> key + "\n", List.of());

        assertThat(config.metadata().groupKey().idOf("sales"))
                .isEqualTo(GroupKey.of(key).idOf("sales"));
        assertThat(config.toString()).doesNotContain(key);
    }

    @Test
    void refusesAKeyForGroupsThatCouldBeGuessedAndDoesNotTellIt() {
        ConfigurationFaults faults = catchThrowableOfType(
                ConfigurationFaults.class,
                () -> SiprecConfig.read(
                        MapSettings.of("siprec.metadata.group-key-file", "/run/secrets/key"),
                        path -> "open sesame   \n                        ",
                        List.of()));

        assertThat(faults.getMessage())
                .contains("siprec.metadata.group-key-file = \"/run/secrets/key\": ", "fewer than 32 characters")
                .doesNotContain("sesame");
    }

    @Test
    void readsHours() {
        assertThat(read("siprec.history.keep", "1h").recording().historyKeep()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp.jwt.verify.publickey", "mp.jwt.verify.publickey.location"})
    void knowsWhetherTheContainerTakesTokens(String key) {
        assertThat(read(key, "x").rest().tokens()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"off,0", "0,0", "2s,2000"})
    void readsHowLongNothingMayBeCopied(String text, long millis) {
        assertThat(read("siprec.media.silence-after", text).recording().silenceAfter())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void readsWhatBecomesOfCallsThatNoRelayCanTake() {
        assertThat(read("siprec.media.when-unusable", "pass").media().whenUnusable())
                .isEqualTo(WhenUnusable.PASS);
    }

    @Test
    void readsASwitch() {
        assertThat(read("siprec.rest.any-server", "true").rest().anyServer()).isTrue();
    }

    @Test
    void takesItThatThereIsTlsUnlessTheServerSaysNo() {
        assertThat(read().call().tls()).isTrue();
        assertThat(read("sip.tls.port", "5061").call().tls()).isTrue();
        assertThat(read("sip.tls.port", "-1").call().tls()).isFalse();
    }

    @Test
    void readsOneAddressOfEachVersion() throws Exception {
        assertThat(read("siprec.media.address", "::1, 192.0.2.10").media().addresses())
                .containsExactly(InetAddress.getByName("::1"), InetAddress.getByName("192.0.2.10"));
    }

    @Test
    void readsTheSmallestRangeOfPorts() {
        MediaSettings media = read("siprec.media.ports", "65528-65535").media();

        assertThat(media.portFrom()).isEqualTo(65_528);
        assertThat(media.portTo()).isEqualTo(65_535);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "siprec.call.ring-timeout | 0s | too short; it has to be at least 1s",
                "siprec.call.ring-timeout | 2h | too long; it has to be at most 1h",
                "siprec.srs.answer-timeout | 4 | a duration needs a unit; write 4s if seconds are meant",
                "siprec.srs.answer-timeout | 4 seconds | this is not a duration; write for example",
                "siprec.srs.answer-timeout | -PT4S | too short; it has to be at least 1ms",
                "siprec.srs.answer-timeout | 0s | too short",
                "siprec.srs.answer-timeout | 6m | too long; it has to be at most 5m",
                "siprec.history.keep | 999999999999999h | too long; it has to be at most 168h",
                "siprec.history.max | -1 | not a whole number from 0 to",
                "siprec.history.max | 99999999999 | not a whole number from 0 to",
                "siprec.media.when-unusable | ignore | neither refuse nor pass",
                "siprec.media.silence-after | 10 | a duration needs a unit",
                "siprec.media.silence-after | 10ms | too short",
                "siprec.history.max | many | not a whole number from 0 to",
                "siprec.next-hop | sip:a b | U+0020 at position 6",
                "siprec.srs | sip:a,,sip:b | there is nothing before, between or after commas",
                "siprec.src.uri | tel:+1 | does not begin with sip: or sips:",
                "siprec.skip-failover-codes | 4[0-9 | not a regular expression: Unclosed character class at position 5",
                "siprec.skip-failover-codes | 6xx | matches none of the codes 300 to 699",
                "siprec.rest.users | /no/such/file | the file is not there or can not be read; see docs/rest.md",
                "siprec.srs.users | /no/such/file | the file is not there or can not be read; see docs/recorders-that-call.md",
                "siprec.rest.any-server | yes | neither true nor false",
                "siprec.rest.answer-timeout | 0s | too short; it has to be at least 1ms",
                "siprec.rest.event-clients | 1001 | not a whole number from 0 to 1000",
                "siprec.media.engine | asterisk | there is no such media relay; write one of embedded, rtpproxy, rtpengine",
                "siprec.media.address | 127.0.0.1,127.0.0.2 | more than one address of the same IP version",
                "siprec.media.address | localhost | \"localhost\" is not an IPv4 or IPv6 address",
                "siprec.media.address | 0.0.0.0 | no address that media can be sent to",
                "siprec.media.address | 239.0.0.1 | no address that media can be sent to",
                "siprec.media.address | 1.2.3.999 | is not an IPv4 or IPv6 address",
                "siprec.media.address | ::1%lo | is not an IPv4 or IPv6 address",
                "siprec.media.ports | 30000 | not a range of ports",
                "siprec.media.ports | 40000-30000 | the first port has to be lower than the last",
                "siprec.media.ports | 1000-2000 | ports have to be from 1024 to 65535",
                "siprec.media.ports | 60000-70000 | ports have to be from 1024 to 65535",
                "siprec.media.ports | 30000-30006 | needs 8 ports",
                "siprec.media.rtpengine.nodes | 127.0.0.1 | has no port",
                "siprec.media.rtpengine.nodes | a:2223=0 | \"0\" is no weight, a whole number from 1 to 9999",
                "siprec.media.rtpengine.nodes | udp:a:2223= | \"\" is no weight",
                "siprec.media.rtpengine.nodes | udp:a=2 | has no port",
                "siprec.media.rtpproxy.nodes | 127.0.0.1:22222 | neither udp:host:port nor unix:path",
                "siprec.media.rtpproxy.nodes | udp:127.0.0.1 | has no port",
                "siprec.metadata.group-key-file | /no/such/file | this file can not be read: java.nio.file.NoSuchFile",
                "siprec.config | /etc/siprec.yaml | this file can not be read: java.nio.file.NoSuchFileException",
            })
    void refuses(String key, String value, String complaint) {
        assertThat(messageFor(key, value))
                .startsWith("SIPREC Servlet can not start: 1 fault in its configuration")
                .contains(key + " = \"" + value + "\": ")
                .contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:2223", "relay:1,[::1]:2", "relay.example.com:65535", "udp:[::1]:2=3,b:1=9999"})
    void takesNodesOfARelayItDoesNotUse(String nodes) {
        assertThat(read("siprec.media.rtpengine.nodes", nodes)).isNotNull();
    }

    @Test
    void takesNodesOfRtpengine() {
        MediaSettings media = read("siprec.media.engine", "rtpengine", "siprec.media.rtpengine.nodes", "a:2223,[::1]:2")
                .media();

        assertThat(media.engine()).isEqualTo(MediaEngine.RTPENGINE);
        assertThat(media.rtpEngines()).containsExactly("a:2223", "[::1]:2");
    }

    @Test
    void takesBothKindsOfRtpproxySocket() {
        MediaSettings media = read(
                        "siprec.media.engine",
                        "rtpproxy",
                        "siprec.media.rtpproxy.nodes",
                        "udp:[::1]:22222, unix:/run/rtpproxy.sock")
                .media();

        assertThat(media.engine()).isEqualTo(MediaEngine.RTPPROXY);
        assertThat(media.rtpProxies()).containsExactly("udp:[::1]:22222", "unix:/run/rtpproxy.sock");
    }

    @Test
    void tellsAllFaultsInOneMessage() {
        ConfigurationFaults faults = faultsOf(
                "siprec.srs.answer-timeout", "4",
                "siprec.srs", "sip:ok.example.com,http://a,sip:b:99999",
                "siprec.media.ports", "9",
                "siprec.nexthop", "sip:c");

        assertThat(faults.getMessage().lines())
                .hasSize(6)
                .first()
                .isEqualTo("SIPREC Servlet can not start: 5 faults in its configuration");
        assertThat(faults.faults())
                .extracting(Fault::key)
                .containsExactly(
                        "siprec.srs",
                        "siprec.srs",
                        "siprec.srs.answer-timeout",
                        "siprec.media.ports",
                        "siprec.nexthop");
    }

    @Test
    void keepsAFaultInOneLineWhateverTheValueHolds() {
        assertThat(messageFor("siprec.next-hop", "sip:a\r\nb").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"sip:aU+000DU+000Ab\"");
    }

    @Test
    void addsWhatAFurtherCheckFinds() {
        Fault inUse = Fault.in(Key.MEDIA_PORTS, "30000-39999", "all ports are in use", "");

        assertThat(faultsOf(List.of(media -> List.of(inUse)), "siprec.nope", "").faults())
                .hasSize(2)
                .contains(inUse);
    }

    @Test
    void doesNotAskFurtherAboutPortsThatAreNotEvenARange() {
        List<MediaSettings> asked = new ArrayList<>();

        faultsOf(
                List.of(media -> {
                    asked.add(media);
                    return List.of();
                }),
                "siprec.media.ports",
                "x");

        assertThat(asked).isEmpty();
    }

    private static SiprecConfig read(String... keysAndValues) {
        return SiprecConfig.read(MapSettings.of(keysAndValues), NO_FILES, List.of());
    }

    private static String messageFor(String key, String value) {
        return faultsOf(key, value).getMessage();
    }

    private static ConfigurationFaults faultsOf(String... keysAndValues) {
        return faultsOf(List.of(), keysAndValues);
    }

    private static ConfigurationFaults faultsOf(List<MediaCheck> checks, String... keysAndValues) {
        return catchThrowableOfType(
                ConfigurationFaults.class, () -> SiprecConfig.read(MapSettings.of(keysAndValues), NO_FILES, checks));
    }
}
