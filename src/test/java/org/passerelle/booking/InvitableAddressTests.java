package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.EmailAddress;

class InvitableAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@example.org",
                "kim@mail.example.co.uk",
                "kim@grandgroupe.example",
                "kim@xn--strae-oqa.example",
                "kim@straße.example",
                "kim@örn.test",
                "kim@a-b.museum"
            })
    void takesDomainsOfTheInternet(String address) {
        assertThat(InvitableAddress.is(new EmailAddress(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@localhost",
                "a@LOCALHOST",
                "a@mail.localhost",
                "a@[127.0.0.1]",
                "a@[ipv6:::1]",
                "a@127.0.0.1",
                "a@10.1",
                "a@0x7f.1",
                "a@intranet",
                "a@smtp",
                "a@mx.intranet",
                "a@host.local",
                "a@db.internal",
                "a@nas.lan",
                "a@1.0.0.127.in-addr.arpa",
                "a@hidden.onion",
                "a@example.org.",
                "a@.example.org",
                "a@exa..mple.org",
                "a@-a.example.org",
                "a@ex_ample.org",
                "a@example.123",
                "a@example.c",
                "a@localhost\u3002",
                "a@\uff11\uff12\uff17.\uff10.\uff10.\uff11"
            })
    void refusesTheOwnMachineTheOwnNetworkAndIpAddresses(String address) {
        assertThat(InvitableAddress.is(new EmailAddress(address))).isFalse();
    }
}
