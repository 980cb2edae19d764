package org.passerelle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "melun@sip.it77.example",
                "melun.suite+1@192.0.2.7:5070",
                "1234@sip.it77.example;transport=tcp",
                "1234@sip.it77.example:5062;transport=tcp"
            })
    void writesWhatItReads(String text) {
        SipAddress address = SipAddress.parse(text);

        assertThat(address).hasToString(text);
        assertThat(SipAddress.parse(address.uri())).isEqualTo(address);
    }

    @Test
    void knowsItsParts() {
        SipAddress address = SipAddress.parse("SIP:Suite@SIP.it77.example:5070;transport=TCP");

        assertThat(address.user()).isEqualTo("Suite");
        assertThat(address.host()).isEqualTo("sip.it77.example");
        assertThat(address.port()).hasValue(5070);
        assertThat(address.transport()).isEqualTo(SipAddress.Transport.TCP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "melun",
                "@sip.example",
                "a@",
                "a b@sip.example",
                "a@sip.example:0",
                "a@sip.example:65536",
                "a@sip.example;transport=tls",
                "a@sip.example?header=1",
                "a@sip.example\r\nVia: x",
                "a@-sip.example",
                "h323:a@sip.example"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SipAddress.parse(text));
    }
}
