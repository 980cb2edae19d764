package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartupChecksTests {

    private static final Map<String, Object> SMALL = Map.of(
            "passerelle.database", "embedded",
            "passerelle.public-url", "https://rooms.example.org",
            "passerelle.admin-email", "admin@example.org");

    @Test
    void namesEverythingThatProductionLacksAtOnce() {
        assertThat(StartupChecks.objections(environment("prod", Map.of())))
                .containsExactly("Production needs PASSERELLE_ADMIN_EMAIL, PASSERELLE_PUBLIC_URL,"
                        + " SPRING_MONGODB_URI (or PASSERELLE_DATABASE=embedded).");
    }

    @Test
    void takesABlankSettingForAMissingOne() {
        Map<String, Object> blank = Map.of(
                "spring.mongodb.uri", "",
                "passerelle.public-url", "https://rooms.example.org",
                "passerelle.admin-email", "admin@example.org");

        assertThat(StartupChecks.objections(environment("prod", blank)))
                .containsExactly("Production needs SPRING_MONGODB_URI (or PASSERELLE_DATABASE=embedded).");
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

        assertThat(StartupChecks.objections(environment("prod", shifted)))
                .anyMatch(objection -> objection.startsWith("PASSERELLE_CLOCK_OFFSET"));
    }

    @Test
    void takesTheEmbeddedStoreInProductionWhereItIsSaid() {
        assertThat(StartupChecks.objections(environment("prod", SMALL))).isEmpty();
    }

    @Test
    void refusesTwoDatabases() {
        StandardEnvironment both = environment("prod", SMALL);
        both.getPropertySources()
                .addFirst(new MapPropertySource("server", Map.of("spring.mongodb.uri", "mongodb://db.example.org/")));

        assertThat(StartupChecks.objections(both))
                .containsExactly(
                        "PASSERELLE_DATABASE is embedded and SPRING_MONGODB_URI names a server: only one can be.");
    }

    @Test
    void refusesAnAddressOfAServerThatIsNoneAndDoesNotRepeatIt() {
        assertThat(StartupChecks.objections(environment("demo", Map.of("spring.mongodb.uri", "db.example.org secret"))))
                .anySatisfy(objection ->
                        assertThat(objection).startsWith("SPRING_MONGODB_URI").doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prd", "production", "Prod", "demo-2"})
    void refusesAProfileThatThereIsNot(String profile) {
        assertThat(StartupChecks.objections(environment(profile, Map.of())))
                .containsExactly("SPRING_PROFILES_ACTIVE names the profile " + profile
                        + ", which there is not: prod is for production, demo to try it out.");
    }

    @Test
    void saysAllThatIsWrongAtOnceALineEach() {
        StandardEnvironment environment = environment("prod", SMALL);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "commandLineArgs",
                        Map.of(
                                "passerelle.public-url", "rooms",
                                "passerelle.secrets-key", "short",
                                "passerelle.bbb.secret", "tiny",
                                "passerelle.mail.imap.prot", "993",
                                "passerelle.imports.every", "often")));
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);

        assertThatThrownBy(() -> new StartupChecks().initialize(context))
                .isInstanceOf(StartupRefused.class)
                .extracting(
                        thrown -> String.valueOf(thrown.getMessage()).lines().toList(), InstanceOfAssertFactories.LIST)
                .hasSize(5);
    }

    @Test
    void keepsSessionsToHttpsWherePeopleComeByIt() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment("prod", SMALL));

        new StartupChecks().initialize(context);

        assertThat(context.getEnvironment().getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("true");
    }

    private static StandardEnvironment environment(String profile, Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
