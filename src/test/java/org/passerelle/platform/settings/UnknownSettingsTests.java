package org.passerelle.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What nothing reads is not passed over in silence. */
class UnknownSettingsTests {

    private static final SettingCatalogue ALL = SettingCatalogue.read();

    @ParameterizedTest
    @CsvSource({
        "PASSERELLE_PUBLIC_URI, PASSERELLE_PUBLIC_URL",
        "PASSERELLE_ADMIN_MAIL, PASSERELLE_ADMIN_EMAIL",
        "PASSERELLE_TRUSTED_PROXY, PASSERELLE_TRUSTED_PROXIES",
        "PASSERELLE_SMTP_PORT, PASSERELLE_MAIL_SMTP_PORT",
        "PASSERELLE_MAIL_IMAP_PASSWROD, PASSERELLE_MAIL_IMAP_PASSWORD",
        "PASSERELLE_PUBLIC__URL, PASSERELLE_PUBLIC_URL"
    })
    void areToldWithTheNearestThatThereIs(String variable, String meant) {
        assertThat(UnknownSettings.in(SettingValuesTests.given(Map.of(variable, "x")), ALL))
                .containsExactly(variable + " is no setting; " + meant + " is, and may be meant.");
    }

    @Test
    void areToldWithoutAGuessWhereNoneIsNear() {
        assertThat(UnknownSettings.in(SettingValuesTests.given(Map.of("PASSERELLE_COFFEE", "black")), ALL))
                .containsExactly("PASSERELLE_COFFEE is no setting: docs/reference/configuration.md has all of them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passerelle.public-uri",
                "passerelle.publicUri",
                "passerelle.mail.smtp.port",
                "passerelle.demo.accounts2[0]"
            })
    void areToldInFilesAndArgumentsToo(String key) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", Map.of(key, "x")));

        assertThat(UnknownSettings.in(environment, ALL))
                .singleElement()
                .asString()
                .startsWith(key + " is no setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSERELLE_PUBLIC_URL",
                "PASSERELLE_PUBLICURL",
                "passerelle_public_url",
                "passerelle.public-url",
                "passerelle.publicUrl",
                "passerelle.trusted-proxies[1]",
                "PASSERELLE_TRUSTED_PROXIES_0",
                "PASSERELLE_PROCESSOR_ATONCE",
                "PASSERELLE_PROCESSOR_AT_ONCE",
                "PASSERELLE_SUITES_GATEWAYS_JITSI_SIP",
                "PASSERELLE_CONFERENCE_SITES_MELUN",
                "passerelle.conference.sites.val-d-europe",
                "PASSERELLE_SECRETS_KEY"
            })
    void areNoneOfThoseThatAreReadInWhateverSpelling(String key) {
        assertThat(UnknownSettings.in(SettingValuesTests.given(Map.of(key, "x")), ALL))
                .isEmpty();
    }

    /** A service of Kubernetes that is named passerelle sets these in every container beside it. */
    @Test
    void areNotWhatAnOrchestratorTellsOfItsServices() {
        Map<String, Object> links = Map.of(
                "PASSERELLE_SERVICE_HOST", "10.0.0.1",
                "PASSERELLE_SERVICE_PORT", "8080",
                "PASSERELLE_SERVICE_PORT_HTTP", "8080",
                "PASSERELLE_PORT", "tcp://10.0.0.1:8080",
                "PASSERELLE_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                "PASSERELLE_PORT_8080_TCP_ADDR", "10.0.0.1");

        assertThat(UnknownSettings.in(SettingValuesTests.given(links), ALL)).isEmpty();
        assertThat(UnknownSettings.in(SettingValuesTests.given(Map.of("PASSERELLE_PORT", "8080")), ALL))
                .hasSize(1);
    }
}
