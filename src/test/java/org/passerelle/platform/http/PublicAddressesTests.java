package org.passerelle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts may be asked. */
class PublicAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.9.9",
                "192.168.1.1",
                "127.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:a00:1::1",
                "2001:db8::1",
                "fec0::1"
            })
    void knowsAddressesThatAreNotPublic(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddresses(false).resolve(address))
                .isInstanceOf(PublicAddresses.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "142.250.74.206", "172.32.0.1", "100.128.0.1", "2620:fe::fe", "2a00:1450::1"})
    void knowsAddressesThatArePublic(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "0x7f.1",
                "0x7F.0.0.0x1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "0",
                "0x",
                "0251.0376.0251.0376",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "64:ff9b::127.0.0.1",
                "64:ff9b:1::7f00:1"
            })
    void readsANumberAsResolversReadIt(String host) {
        assertThatThrownBy(() -> new PublicAddresses(false).resolve(host))
                .isInstanceOf(PublicAddresses.PrivateAddress.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0177.0.0.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "0xa.1.2, 10.1.0.2",
        "1.2.772, 1.2.3.4",
        "9.9.9.9, 9.9.9.9"
    })
    void connectsToTheVeryAddressThatWasRead(String host, String address) throws IOException {
        assertThat(new PublicAddresses(true).resolve(host)).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3.4.5", "1.2.3.08", "a.b.c.1", "4294967296", "1..1", "0xg.1"})
    void knowsNoAddressWhereANumberIsNone(String host) {
        assertThatThrownBy(() -> new PublicAddresses(true).resolve(host)).isInstanceOf(UnknownHostException.class);
    }
}
