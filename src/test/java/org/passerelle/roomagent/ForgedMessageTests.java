package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.account.PublicMailProviders;

/**
 * Messages by which somebody would gain authority over an event of others: every method, by every way in which a message can
 * claim it, for every kind of organiser, from a stranger and from somebody with an account. None of them changes anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedMessageTests {

    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String GROUP = "abc123@group.calendar.google.com";

    private static final List<String> WRITERS = List.of("guest@evil.example", "nadia@grandgroupe.example");

    private AgentDesk agent;

    @BeforeAll
    void open(@TempDir Path folder) {
        agent = new AgentDesk(folder);
    }

    @AfterAll
    void close() {
        agent.close();
    }

    /** A person who wrote, a person in whose name somebody wrote, a group calendar. */
    static List<String> kindsOfOrganisers() {
        return List.of(
                "mail rule=\"FREQ=WEEKLY;COUNT=3\"",
                "mail rule=\"FREQ=WEEKLY;COUNT=3\" from=louis@atelier-brie.example organiser=" + CAMILLE
                        + " sentby=louis@atelier-brie.example",
                "mail rule=\"FREQ=WEEKLY;COUNT=3\" organiser=" + GROUP);
    }

    private static List<String> forgeries(String organiser) {
        List<String> all = new ArrayList<>();
        for (String from : WRITERS) {
            for (String method : List.of("REQUEST", "CANCEL", "ADD", "REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")) {
                for (String claim : List.of(
                        " organiser=" + organiser + " sentby=" + from,
                        " organiser=" + organiser,
                        " organiser=" + from,
                        " organiser=" + GROUP + " sentby=" + from)) {
                    for (String about : List.of(
                            " summary=Piraterie rule=\"FREQ=WEEKLY;COUNT=3\"",
                            " start=2026-04-01T15:00",
                            " rid=2026-04-08T09:00 start=2026-04-08T15:00",
                            " unnamed=yes")) {
                        all.add("mail seq=7 stamp=090000 method=" + method + " from=" + from + claim + about);
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("kindsOfOrganisers")
    void changeNothing(String first) {
        agent.begin();
        String before = timeline(new Scene(agent).play(List.of(first)));
        agent.begin();
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(forgeries(first.contains(GROUP) ? GROUP : CAMILLE));

        String told = new Scene(agent).play(lines);

        assertThat(lines).hasSize(225);
        assertThat(timeline(told)).isEqualTo(before).contains("2026-04-08T09:00");
        String since = told.substring(told.indexOf("mail 2:"), told.indexOf("timeline"));
        assertThat(since).doesNotContain("FREED", "BOOKED", "ACCEPTED", "RELEASED", "TENTATIVE");
        // Whoever names another organiser under the same UID hears that nothing was changed; nobody else hears
        // anything.
        assertThat(since.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("answers ") || line.startsWith("tells ")))
                .allMatch(line -> WRITERS.stream().anyMatch(line::contains))
                .allMatch(line -> line.startsWith("tells ") || line.contains(" DECLINED"));
    }

    private static String timeline(String told) {
        return told.substring(told.indexOf("timeline"));
    }

    @Test
    void knowsWhereAnybodyMayHaveAnAddress() {
        assertThat(List.of("gmail.com", "orange.fr", "laposte.net", "free.fr", "outlook.com", "gmx.de", "proton.me"))
                .allMatch(PublicMailProviders::contains);
        assertThat(List.of("atelier-brie.example", "melun.fr", "passerelle.example"))
                .noneMatch(PublicMailProviders::contains);
    }
}
