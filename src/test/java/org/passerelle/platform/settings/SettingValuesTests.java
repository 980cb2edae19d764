package org.passerelle.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is given and cannot be is told in one sentence that names the setting. */
class SettingValuesTests {

    private static final SettingCatalogue ALL = SettingCatalogue.read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASSERELLE_PUBLIC_URL | rooms | is rooms, which is no address of a site",
                "PASSERELLE_PUBLIC_URL | https://rooms.example/?a=b | no address of a site",
                "PASSERELLE_PUBLIC_URL | ftp://rooms.example | no address of a site",
                "PASSERELLE_ADMIN_EMAIL | admin | no address of a mailbox",
                "PASSERELLE_DATABASE | postgres | is postgres, which is none of embedded",
                "PASSERELLE_MAIL_LANGUAGE | it | is it, which is not spoken here; these are: en, fr",
                "PASSERELLE_MAIL_SPOOL_MEGABYTES | 20MB | is 20MB, which is no whole number",
                "PASSERELLE_IMPORTS_LARGEST | 20MB | 16MB at most",
                "PASSERELLE_IMPORTS_LARGEST | 20 | is 20 without a unit: write 64KB or 64MB",
                "PASSERELLE_WAITLIST_HOLD | 30 | is 30 without a unit: write 30s, 30m, 2h or 7d",
                "PASSERELLE_WAITLIST_HOLD | half an hour | which is no length of time",
                "PASSERELLE_RETENTION_FROM | one | which is no time of day",
                "PASSERELLE_METRICS_ENABLED | perhaps | which is neither true nor false",
                "PASSERELLE_TRUSTED_PROXIES | proxy.example.org | which is neither an address nor a network",
                "PASSERELLE_MAIL_IMAP_TLS | SSL | which is none of tls, starttls, none",
                "PASSERELLE_MAIL_IMAP_PORT | 99999 | is 99999, which is no port",
                "PASSERELLE_BBB_URL | https://bbb.example.org/ | go together",
                "PASSERELLE_BBB_SECRET | 0123456789abcdef | go together",
                "PASSERELLE_JITSI_HOST_FEATURES | dancing | names a feature that Jitsi does not know",
                "PASSERELLE_STORE_RESERVE | plenty | which is no size with its unit"
            })
    void areRefusedInASentence(String variable, String value, String reason) {
        assertThat(objections(Map.of(variable, value)))
                .singleElement()
                .asString()
                .contains(variable, reason)
                .endsWith(".");
    }

    @Test
    void refusesToReadAMailboxElsewhereWithoutTls() {
        assertThat(objections(
                        Map.of("PASSERELLE_MAIL_IMAP_HOST", "mail.example.org", "PASSERELLE_MAIL_IMAP_TLS", "NONE")))
                .singleElement()
                .asString()
                .startsWith("PASSERELLE_MAIL_IMAP_TLS is NONE");
        assertThat(objections(Map.of("PASSERELLE_MAIL_IMAP_HOST", "127.0.0.1", "PASSERELLE_MAIL_IMAP_TLS", "NONE")))
                .isEmpty();
    }

    @Test
    void saysAllThatCannotBeReadOfOneGroup() {
        assertThat(objections(Map.of("PASSERELLE_IMPORTS_EVERY", "often", "PASSERELLE_IMPORTS_LARGEST", "huge")))
                .hasSize(2);
    }

    @Test
    void takesWhatTheDocumentationShows() {
        Map<String, Object> good = new HashMap<>();
        good.put("PASSERELLE_PUBLIC_URL", "https://rooms.example.org/base/");
        good.put("PASSERELLE_TRUSTED_PROXIES", "10.1.0.0/16, 2001:db8::7");
        good.put("PASSERELLE_STORE_KEEP_LOG", "7d");
        good.put("PASSERELLE_RETENTION_BOOKINGS", "0");
        good.put("PASSERELLE_PROCESSOR_ATONCE", "PT20S");
        good.put("PASSERELLE_BBB_URL", "https://bbb.example.org/bigbluebutton/");
        good.put("PASSERELLE_BBB_SECRET", "0123456789abcdef");
        good.put("PASSERELLE_SUITES_GATEWAYS_JITSI_SIP", "sip.example.org");
        good.put("PASSERELLE_MAIL_IMAP_DONE_FOLDER", "");

        assertThat(objections(good)).isEmpty();
    }

    private static List<String> objections(Map<String, Object> variables) {
        return new SettingValues(given(variables), ALL).objections();
    }

    /** As if they had been set where the program is started. */
    static StandardEnvironment given(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
