package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest.MutableTicker;

class SignInFailuresTests {

    private final MutableTicker ticker = new MutableTicker();
    private final SignInFailures failures = new SignInFailures(ticker);

    @Test
    void allowsThirtyFailuresAMinute() {
        failFrom("192.0.2.1", 29);
        assertThatCode(() -> failures.requireFewFrom("192.0.2.1")).doesNotThrowAnyException();

        failFrom("192.0.2.1", 1);

        assertThatThrownBy(() -> failures.requireFewFrom("192.0.2.1"))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        e -> assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
    }

    @Test
    void forgetsThemAfterAMinute() {
        failFrom("192.0.2.1", 30);

        ticker.advance(Duration.ofSeconds(60));

        assertThatCode(() -> failures.requireFewFrom("192.0.2.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:7:a:b:c:d, true",
        "2001:db8:0:7:0:0:0:1, 2001:db8:0:8:0:0:0:1, false"
    })
    void countsASubscriberOfIpv6AsOne(String failing, String other, boolean limited) {
        failFrom(failing, 30);

        if (limited) {
            assertThatThrownBy(() -> failures.requireFewFrom(other)).isInstanceOf(TooManyAttempts.class);
        } else {
            assertThatCode(() -> failures.requireFewFrom(other)).doesNotThrowAnyException();
        }
    }

    private void failFrom(String address, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(address);
        }
    }
}
