package org.passerelle.security.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.PublicUrls;

class AllowedHostsTests {

    private final PublicUrl publicUrl = PublicUrls.at("https://rooms.example.org/base");
    private final AllowedHosts hosts =
            new AllowedHosts(publicUrl, new HostProperties(List.of("passerelle", "10.0.0.7", "fd00::7")));

    @ParameterizedTest
    @CsvSource({
        "rooms.example.org, true",
        "Rooms.Example.ORG, true",
        "passerelle, true",
        "10.0.0.7, true",
        "[fd00::7], true",
        "localhost, true",
        "example.org, false",
        "evil-rooms.example.org, false",
        "10.0.0.70, false",
        "'', false"
    })
    void areThatOfThePublicUrlTheOwnAndThoseThatAreSet(String host, boolean allowed) {
        assertThat(hosts.contains(host)).isEqualTo(allowed);
    }
}
