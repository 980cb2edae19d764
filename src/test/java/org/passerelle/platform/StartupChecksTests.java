package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartupChecksTests {

    @Test
    void namesEverythingThatProductionLacksAtOnce() {
        assertThat(StartupChecks.objections(environment("prod", Map.of())))
                .containsExactly("Production needs PASSERELLE_ADMIN_EMAIL, PASSERELLE_PUBLIC_URL, SPRING_MONGODB_URI.");
    }

    @Test
    void takesABlankSettingForAMissingOne() {
        Map<String, Object> blank = Map.of(
                "spring.mongodb.uri", "",
                "passerelle.public-url", "https://rooms.example.org",
                "passerelle.admin-email", "admin@example.org");

        assertThat(StartupChecks.objections(environment("prod", blank)))
                .containsExactly("Production needs SPRING_MONGODB_URI.");
    }

    @Test
    void letsACompleteProductionListenAnywhere() {
        Map<String, Object> complete = Map.of(
                "server.address", "0.0.0.0",
                "spring.mongodb.uri", "mongodb://db.example.org/",
                "passerelle.public-url", "https://rooms.example.org",
                "passerelle.admin-email", "admin@example.org");

        assertThat(StartupChecks.objections(environment("prod", complete))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void letsTheDemoListenOnTheLoopbackAddress(String address) {
        assertThat(StartupChecks.objections(environment("demo", Map.of("server.address", address))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
    void refusesADemoThatOthersCanReach(String address) {
        assertThat(StartupChecks.objections(environment("demo", Map.of("server.address", address))))
                .singleElement()
                .asString()
                .contains("SERVER_ADDRESS");
    }

    @Test
    void refusesTheDemoInsideProduction() {
        StandardEnvironment both = environment("prod", Map.of("server.address", "0.0.0.0"));
        both.addActiveProfile("demo");

        assertThat(StartupChecks.objections(both)).hasSize(3);
    }

    @Test
    void refusesToShiftTheClockOutsideTheDemo() {
        Map<String, Object> shifted = Map.of("passerelle.clock-offset", "P1D");

        assertThat(StartupChecks.objections(environment("staging", shifted))).hasSize(1);
    }

    private static StandardEnvironment environment(String profile, Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
