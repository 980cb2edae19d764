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

    private static final String LOUIS = "louis@atelier-brie.example";

    private final MutableTicker ticker = new MutableTicker();
    private final SignInFailures failures = new SignInFailures(ticker);

    @Test
    void allowsThirtyFailuresAMinute() {
        failFrom("192.0.2.1", 29);
        assertThatCode(() -> failures.requireFew("192.0.2.1", LOUIS)).doesNotThrowAnyException();

        failFrom("192.0.2.1", 1);

        assertThatThrownBy(() -> failures.requireFew("192.0.2.1", LOUIS))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        e -> assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
    }

    @Test
    void forgetsThemAfterAMinute() {
        failFrom("192.0.2.1", 30);

        ticker.advance(Duration.ofSeconds(60));

        assertThatCode(() -> failures.requireFew("192.0.2.1", LOUIS)).doesNotThrowAnyException();
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
            assertThatThrownBy(() -> failures.requireFew(other, LOUIS)).isInstanceOf(TooManyAttempts.class);
        } else {
            assertThatCode(() -> failures.requireFew(other, LOUIS)).doesNotThrowAnyException();
        }
    }

    @Test
    void letsOthersAtTheSameAddressSignInMeanwhile() {
        failFrom("192.0.2.1", 30);

        assertThatCode(() -> failures.requireFew("192.0.2.1", "camille@atelier-brie.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void countsOneAccountHoweverItIsWritten() {
        failFrom("192.0.2.1", 30);

        assertThatThrownBy(() -> failures.requireFew("192.0.2.1", "LOUIS@atelier-brie.example"))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void stopsAnAddressThatTriesOneAccountAfterTheOther() {
        for (int i = 0; i < SignInFailures.ALLOWED_FROM_ADDRESS; i++) {
            failures.add("192.0.2.1", "guess" + i + "@example.org");
        }

        assertThatThrownBy(() -> failures.requireFew("192.0.2.1", LOUIS)).isInstanceOf(TooManyAttempts.class);
    }

    private void failFrom(String address, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(address, LOUIS);
        }
    }
}
