package org.passerelle.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.7/24, 192.0.2.9, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "127.0.0.0/8, ::1, false",
        "127.0.0.0/8, ::ffff:127.0.0.1, true"
    })
    void holdsWhatAgreesInItsFirstBits(String network, String address, boolean inside) {
        assertThat(IpNetwork.of(network).contains(ClientAddress.of(address).ip()))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "proxy.example",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10/8",
                "0177.0.0.1",
                "256.0.0.1",
                "1.2.3",
                "10.0.0.0/8/8",
                "2001:db8::/-1",
                "abc:80"
            })
    void isReadFromAddressesOnlyAndNeverLookedUp(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpNetwork.of(text));
    }
}
