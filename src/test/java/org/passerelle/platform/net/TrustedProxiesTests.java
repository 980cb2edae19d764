package org.passerelle.platform.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTests {

    private static final TrustedProxies PROXIES = new TrustedProxies(
            List.of(IpNetwork.of("127.0.0.0/8"), IpNetwork.of("10.1.0.0/16"), IpNetwork.of("2001:db8:1::/48")));

    /** Several headers are parted by {@code |}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one proxy tells its client,                     127.0.0.1,     203.0.113.9,                          203.0.113.9",
        "a client writes a list of its own,              127.0.0.1,     '198.51.100.1, 203.0.113.9',          203.0.113.9",
        "a client writes a header of its own,            127.0.0.1,     198.51.100.1|203.0.113.9,             203.0.113.9",
        "a client claims to be the proxy,                127.0.0.1,     '127.0.0.1, 203.0.113.9',             203.0.113.9",
        "two proxies in a row,                           127.0.0.1,     '203.0.113.9, 10.1.2.3',              203.0.113.9",
        "two proxies and a lie,                          127.0.0.1,     '198.51.100.1, 203.0.113.9, 10.1.2.3', 203.0.113.9",
        "a stranger in between ends it,                  127.0.0.1,     '203.0.113.9, 192.168.7.7, 10.1.2.3', 192.168.7.7",
        "a neighbour on the network is no proxy,         192.168.7.7,   203.0.113.9,                          192.168.7.7",
        "nor is one from outside,                        203.0.113.9,   127.0.0.1,                            203.0.113.9",
        "a proxy that asks for itself,                   127.0.0.1,     '',                                   127.0.0.1",
        "someone within the trusted network,             127.0.0.1,     '10.1.9.9, 10.1.2.3',                 10.1.9.9",
        "IPv6 behind IPv6,                               2001:db8:1::5, 2001:db8:f::9,                        2001:db8:f:0:0:0:0:9",
        "IPv6 behind IPv4,                               127.0.0.1,     '[2001:db8:f::9]:4711',               2001:db8:f:0:0:0:0:9",
        "IPv4 mapped into IPv6,                          ::ffff:127.0.0.1, ::ffff:203.0.113.9,                203.0.113.9",
        "with a port,                                    127.0.0.1,     203.0.113.9:4711,                     203.0.113.9",
        "IPv6 outside the trusted network,               2001:db8:2::5, 203.0.113.9,                          2001:db8:2:0:0:0:0:5",
        "what is no address,                             127.0.0.1,     'unknown',                            127.0.0.1",
        "what is no address before a proxy,              127.0.0.1,     '203.0.113.9, evil.example, 10.1.2.3', 10.1.2.3"
    })
    void tellTheClientAndNoClientTellsThem(String what, String peer, String headers, String client) {
        List<String> forwardedFor = headers.isEmpty() ? List.of() : Arrays.asList(headers.split("\\|"));

        assertThat(PROXIES.clientOf(ClientAddress.of(peer), forwardedFor).text())
                .isEqualTo(client);
    }

    @Test
    void areNoneUnlessNamed() {
        TrustedProxies none = new TrustedProxies(List.of());

        assertThat(none.clientOf(ClientAddress.of("127.0.0.1"), List.of("203.0.113.9"))
                        .text())
                .isEqualTo("127.0.0.1");
    }
}
