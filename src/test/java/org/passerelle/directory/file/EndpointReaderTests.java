package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.SipAddress;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.file.DirectoryFile.Faulty;
import org.passerelle.directory.file.DirectoryFile.Readable;

/** The devices in the rooms, as a directory file describes them. */
class EndpointReaderTests {

    private static final String DIGITS = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /** The room's lines begin at line 12 of the file. */
    private static DirectoryFile.Reading read(String lines) {
        String network = """
                mailDomain: rooms.example
                operators: {ville: Ville}
                sites:
                  melun:
                    name: Melun
                    operator: ville
                    zone: Europe/Paris
                    address: 1 place de la Gare
                    position: {latitude: 48.5, longitude: 2.6}
                    rooms:
                      melun-suite: {name: Suite, kind: TELEPRESENCE, capacity: 6,
                """;
        return DirectoryFile.read(network + lines + "}\n", name -> List.of());
    }

    private static Endpoint endpoint(String lines) {
        var reading = read(lines);
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).network().rooms().get(0).profile().endpoint();
    }

    @Test
    void readsWhereADeviceIsCalledAndWhatTellsItOfMeetings() {
        var endpoint = endpoint("""
                joinMethods: [WEB, SIP, H323, PSTN],
                endpoint: {sip: "suite@sip.example:5070", h323: "192.0.2.1##4711", phone: "+33 1 64 00 00 00", callRate: 6000,
                  codec: {type: cisco, url: "https://codec.example", credential: melun-codec, showsTitles: true,
                    fingerprint: "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF"}}
                """);

        assertThat(endpoint.methods()).containsExactly("WEB", "SIP", "H323", "PSTN");
        assertThat(endpoint.addresses())
                .isEqualTo(new Endpoint.Addresses(
                        Optional.of(SipAddress.parse("suite@sip.example:5070")),
                        Optional.of("192.0.2.1##4711"),
                        Optional.of("+33 1 64 00 00 00")));
        assertThat(endpoint.callRate()).isEqualTo(6000);
        assertThat(endpoint.codec())
                .contains(new Codec(
                        Codec.Type.CISCO,
                        URI.create("https://codec.example"),
                        "melun-codec",
                        Optional.of(DIGITS),
                        true));
    }

    @Test
    void knowsNoMoreThanTheMethodsWhereNothingElseIsSaid() {
        assertThat(endpoint("joinMethods: [WEB]")).isEqualTo(Endpoint.speaking(List.of("WEB")));
        assertThat(endpoint("stepFree: true")).isEqualTo(Endpoint.speaking(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sip: nobody} | sip must be an address such as room@sip.example.org: nobody",
                "{h323: a b} | h323 must be an alias, a number or gateway##number: a b",
                "{phone: call me} | phone has an address, but joinMethods does not name PSTN",
                "{callRate: 63} | callRate must be a whole number from 64 to 100000: 63",
                "{password: x} | unknown key password, known are sip, h323, phone, callRate, codec",
                "{codec: {type: poly, url: 'https://c.example', credential: c}} | type must be one of cisco: poly",
                "{codec: {type: cisco, credential: c}} | url is missing",
                "{codec: {type: cisco, url: 'https://c.example'}} | credential is missing",
                "{codec: {type: cisco, url: 'https://c.example', credential: Se Cret}} | credential must be lower-case letters,"
                        + " digits and single hyphens, at most 64: Se Cret",
                "{codec: {type: cisco, url: 'https://c.example', credential: c, fingerprint: '00:11'}} | fingerprint must be the"
                        + " SHA-256 of a certificate, 64 hexadecimal digits: 00:11",
                "{codec: {type: cisco, url: 'https://c.example', credential: c, password: x}} | unknown key password, known are"
                        + " type, url, credential, fingerprint, showsTitles"
            })
    void saysWhatIsWrongAndWhere(String endpoint, String fault) {
        var reading = read("joinMethods: [SIP, H323],\nendpoint: " + endpoint);

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults())
                .extracting(FaultSentences::said)
                .containsExactly("room melun-suite: " + fault);
        assertThat(((Faulty) reading).faults()).extracting(FileFault::line).containsExactly(13);
    }

    @ParameterizedTest
    @CsvSource({
        "http://codec.example",
        "https://user:word@codec.example",
        "https://codec.example/bookingsputxml",
        "https://codec.example?x=1",
        "https:codec",
        "ftp://codec.example",
        "'https://co dec'"
    })
    void takesOnlyABareAddressByHttpsForACodec(String url) {
        var reading = read("joinMethods: [SIP], endpoint: {codec: {type: cisco, credential: c, url: '" + url + "'}}");

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults())
                .extracting(FaultSentences::said)
                .allMatch(message -> message.startsWith("room melun-suite: url must be an address such as https://"));
    }
}
