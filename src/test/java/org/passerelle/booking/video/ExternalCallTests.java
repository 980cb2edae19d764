package org.passerelle.booking.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalCallTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://zoom.example/j/1",
                "javascript:alert(1)",
                "https:///j/1",
                "https://zoom.example@evil.example/",
                "https:opaque",
                "data:text/html,x"
            })
    void refusesALinkThatIsNoSafeWebAddress(String link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExternalCall(Optional.of(URI.create(link)), "", "", "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "no-host,'','',''",
        "a@b c,'','',''",
        "'a@b\r\nX: y','','',''",
        "'',<x>,'',''",
        "'','',0123456,''",
        "'','',+33123456789,abc"
    })
    void refusesWhatCannotBeDialled(String sip, String h323, String phone, String pin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExternalCall(Optional.empty(), sip, h323, phone, pin));
    }

    @Test
    void needsAWayIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalCall(Optional.empty(), "", "", "", "1234"));
    }

    @Test
    void keepsLinkAndPinOutOfLogs() {
        var call = new ExternalCall(
                Optional.of(URI.create("https://zoom.example/j/91?pwd=secret")),
                "91@zoomcrc.example",
                "192.0.2.1##91",
                "+33123456789",
                "4711#");

        assertThat(call.toString()).doesNotContain("secret").doesNotContain("4711");
    }
}
