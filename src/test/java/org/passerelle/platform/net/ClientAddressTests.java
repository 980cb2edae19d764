package org.passerelle.platform.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:7:a:b:c:d, true",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:8:0:0:0:1, false",
        "2001:db8:0:7::1, 2001:0db8:0000:0007::2, true",
        "fe80::1%eth0, fe80::2, true",
        "no address, another, true"
    })
    void countsASubscriberOfIpv6AsOne(String one, String other, boolean same) {
        assertThat(ClientAddress.of(one)
                        .subscriber()
                        .equals(ClientAddress.of(other).subscriber()))
                .isEqualTo(same);
    }
}
