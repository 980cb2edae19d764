package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.MutableClock;
import org.passerelle.conference.jitsi.ProsodyServer.Version;
import org.passerelle.platform.EmbeddedMongoStore;

/** How many people are found in a conference: the focus is nobody, and one person is somebody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OccupantsTests {

    private final MutableClock clock = new MutableClock();
    private final List<ProsodyServer> running = new ArrayList<>();
    private EmbeddedMongoStore store;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private Jitsi jitsi(ProsodyServer prosody, String tenant) {
        return JitsiWiring.over(prosody.url(), tenant, store.template(), clock);
    }

    private ProsodyServer prosody(Version version) {
        ProsodyServer started = ProsodyServer.start(version, JitsiWiring.logins(), clock);
        running.add(started);
        return started;
    }

    @AfterEach
    void stop() {
        running.forEach(ProsodyServer::close);
        running.clear();
    }

    @ParameterizedTest
    @EnumSource
    void areCountedWithoutTheFocus(Version version) {
        ProsodyServer prosody = prosody(version);
        Jitsi jitsi = jitsi(prosody, "");
        assertThat(jitsi.present(JitsiWiring.MEETING)).as("not open").hasValue(0);

        prosody.enter("r-4711");
        assertThat(jitsi.present(JitsiWiring.MEETING)).as("the focus alone").hasValue(0);

        prosody.enter("r-4711", "suite");
        assertThat(jitsi.present(JitsiWiring.MEETING)).as("a suite").hasValue(1);

        prosody.enter("r-4711", "suite");
        assertThat(jitsi.present(JitsiWiring.MEETING))
                .as("a suite with two sessions")
                .hasValue(1);

        prosody.enter("r-4711", "kim");
        assertThat(jitsi.present(JitsiWiring.MEETING)).as("two").hasValue(2);

        prosody.leave("r-4711", "suite", "kim");
        assertThat(jitsi.present(JitsiWiring.MEETING)).as("after they left").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void areFoundInTheConferencesOfATenant(Version version) {
        ProsodyServer prosody = prosody(version);
        Jitsi jitsi = jitsi(prosody, "acme");

        prosody.enter("[acme]r-4711", "suite");
        prosody.enter("r-4711", "somebody", "else");

        assertThat(jitsi.present(JitsiWiring.MEETING)).hasValue(1);
    }

    @Test
    void areCountedInAConferenceOfMany() {
        ProsodyServer prosody = prosody(Version.NEWER);
        Jitsi jitsi = jitsi(prosody, "");

        prosody.enter("r-4711", IntStream.range(0, 300).mapToObj(i -> "p" + i).toArray(String[]::new));

        assertThat(jitsi.present(JitsiWiring.MEETING)).hasValue(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"participants\":1}", "<html></html>", "7", "null", "[{\"jid\":", "\"[]\""})
    void areNotCountedByAnAnswerOfAnotherKind(String answer) {
        assertThat(Occupants.count(answer)).isEmpty();
    }

    @Test
    void cannotBeToldWhileProsodyIsAwayNorIsItThen() {
        ProsodyServer prosody = prosody(Version.NEWER);
        Jitsi jitsi = jitsi(prosody, "");
        Prosody asked = new Prosody(new JitsiProperties(
                "meet.example", "", "", "jitsi", JitsiProperties.TokenPlace.FRAGMENT, Set.of(), -1, prosody.url()));
        assertThat(asked.isThere()).isTrue();

        prosody.away(true);

        assertThat(asked.isThere()).isFalse();
        assertThat(jitsi.check().isGood()).isFalse();
    }
}
