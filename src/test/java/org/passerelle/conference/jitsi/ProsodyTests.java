package org.passerelle.conference.jitsi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Checkup.Finding;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.platform.EmbeddedMongoStore;

/** What Prosody is asked to do, and whether it can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProsodyTests {

    private static final String SECRET = "a secret";

    private final MutableClock clock = new MutableClock();
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private EmbeddedMongoStore store;
    private Jitsi jitsi;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder);
        server.start();
        jitsi = jitsi(URI.create(url()));
    }

    @AfterAll
    void close() {
        server.stop();
        store.close();
    }

    @BeforeEach
    void begin() {
        server.resetAll();
    }

    private String url() {
        return "http://localhost:" + server.port();
    }

    private Jitsi jitsi(URI prosody) {
        JitsiProperties settings = new JitsiProperties(
                url(), "meet.example", "", "jitsi", JitsiProperties.TokenPlace.FRAGMENT, Set.of(), -1, prosody);
        return new Jitsi(settings, new JitsiSecrets("passerelle", SECRET, "", "", ""), store.template(), clock);
    }

    private void endIsAnswered(int status) {
        server.stubFor(
                post(urlPathEqualTo("/end-meeting")).willReturn(aResponse().withStatus(status)));
    }

    @Test
    void isAskedToEndAConferenceWithATokenOfOurOwn() {
        endIsAnswered(200);

        jitsi.end(JitsiWiring.MEETING);

        LoggedRequest request = server.findAll(WireMock.postRequestedFor(urlPathEqualTo("/end-meeting")))
                .get(0);
        String token = request.getHeader("Authorization").replace("Bearer ", "");
        assertThat(request.queryParameter("conference").firstValue()).isEqualTo("r-4711@conference.meet.example");
        assertThat(ProsodyDouble.withSecret("passerelle", SECRET, "jitsi").login(token, clock.instant()))
                .isEqualTo(ProsodyDouble.ACCEPTED);
        assertThat(ProsodyDouble.join(token, "meet.example", "", "r-4711")).isEqualTo(ProsodyDouble.ACCEPTED);
        clock.advance(Duration.ofMinutes(3));
        assertThat(ProsodyDouble.withSecret("passerelle", SECRET, "jitsi").login(token, clock.instant()))
                .isEqualTo("Not acceptable by exp");
        clock.reset();
    }

    @Test
    void mayHaveEndedItBefore() {
        endIsAnswered(404);

        jitsi.end(JitsiWiring.MEETING);

        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void failsWithoutTellingTheToken() {
        endIsAnswered(401);
        assertThatThrownBy(() -> jitsi.end(JitsiWiring.MEETING))
                .isInstanceOf(ProviderFailed.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("ey");

        server.stubFor(
                post(urlPathEqualTo("/end-meeting")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> jitsi.end(JitsiWiring.MEETING)).isInstanceOf(ProviderFailed.class);
    }

    @Test
    void countsPeopleWithoutItsOwnFocus() {
        server.stubFor(get(urlPathEqualTo("/room"))
                .withQueryParam("room", equalTo("r-4711"))
                .withQueryParam("domain", equalTo("meet.example"))
                .willReturn(okJson("[{\"jid\":\"r-4711@conference.meet.example/a\"}]")));
        assertThat(jitsi.present(JitsiWiring.MEETING)).hasValue(1);

        server.resetAll();
        assertThat(jitsi.present(JitsiWiring.MEETING)).hasValue(0);
    }

    @Test
    void doesNotTellWhatItMayNot() {
        server.stubFor(get(urlPathEqualTo("/room")).willReturn(aResponse().withStatus(403)));

        assertThat(jitsi.present(JitsiWiring.MEETING)).isEmpty();
    }

    @Test
    void refusesForGoodWhereItWasThereAndFailsWhereItWasNot() {
        endIsAnswered(401);
        assertThatThrownBy(() -> jitsi.end(JitsiWiring.MEETING))
                .asInstanceOf(type(ProviderFailed.class))
                .returns(true, ProviderFailed::isRefusal);

        endIsAnswered(502);
        assertThatThrownBy(() -> jitsi.end(JitsiWiring.MEETING))
                .asInstanceOf(type(ProviderFailed.class))
                .returns(false, ProviderFailed::isRefusal);
    }

    @Test
    void isTriedOut() {
        server.stubFor(get(urlPathEqualTo("/")).willReturn(aResponse().withStatus(200)));
        endIsAnswered(404);
        assertThat(jitsi.check().findings())
                .extracting(Finding::what)
                .containsExactly("page-answers", "request-closed", "token-taken");

        endIsAnswered(401);
        server.stubFor(get(urlPathEqualTo("/conference-request/v1"))
                .willReturn(aResponse().withStatus(400)));
        assertThat(jitsi.check().findings())
                .extracting(Finding::what)
                .containsExactly("page-answers", "request-open", "token-refused");
        assertThat(jitsi.check().isGood()).isFalse();
    }

    @Test
    void makesEndingPossible() {
        assertThat(jitsi.capabilities()).contains(Capability.END, Capability.PRESENCE);
    }
}
