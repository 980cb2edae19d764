package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.ArrivalRules;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.RoomId;

/** What becomes of rooms to which nobody comes, as the file says it of the network, a site or a room. */
class ArrivalReaderTests {

    private static final String FILE = """
            mailDomain: rooms.example
            rules: {arrival: {grace: PT15M, longest: PT6H}}
            operators:
              ville: Ville de Melun
            sites:
              melun:
                name: Melun
                operator: ville
                zone: Europe/Paris
                address: 1 place de la Gare
                position: {latitude: 48.5, longitude: 2.6}
                rules: {arrival: {mostPeople: 12, walkUp: PT1H}}
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
                  melun-almont:
                    name: Almont
                    kind: MEETING
                    capacity: 12
                    rules: {arrival: {grace: never}}
            """;

    private static ArrivalRules rules(String file, String room) {
        return ((DirectoryFile.Readable) DirectoryFile.read(file, name -> List.of()))
                .network().rooms().stream()
                        .filter(each -> each.id().equals(new RoomId(room)))
                        .findFirst()
                        .orElseThrow()
                        .rules()
                        .arrival();
    }

    @Test
    void refineTheWiderOnesKeyByKey() {
        assertThat(rules(FILE, "melun-seine"))
                .isEqualTo(new ArrivalRules(
                        Optional.of(Duration.ofMinutes(15)),
                        Duration.ofMinutes(5),
                        Duration.ofHours(6),
                        12,
                        Duration.ofHours(1)));
        assertThat(rules(FILE, "melun-almont").grace()).isEmpty();
    }

    @Test
    void limitHowOftenPeopleStayAwayKeyByKey() {
        String file = FILE.replace("longest: PT6H", "longest: PT6H, noShows: {organisation: 10, within: P30D}")
                .replace("walkUp: PT1H", "walkUp: PT1H, noShows: {person: 3}");

        assertThat(rules(file, "melun-seine").noShows()).isEqualTo(new NoShowLimits(3, 10, Duration.ofDays(30)));
        assertThat(rules(FILE, "melun-seine").noShows().areNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person: -1", "organisation: many", "within: PT1H", "within: P401D", "people: 3"})
    void refuseLimitsThatAreNone(String bad) {
        String file = FILE.replace("walkUp: PT1H", "walkUp: PT1H, noShows: {" + bad + "}");

        assertThat(DirectoryFile.read(file, name -> List.of())).isInstanceOf(DirectoryFile.Faulty.class);
    }

    @Test
    void giveNothingBackAndBookNothingWhereTheFileSaysNothing() {
        ArrivalRules none = rules(FILE.replaceAll("(?m)^.*arrival.*\n", ""), "melun-seine");

        assertThat(none).isEqualTo(ArrivalRules.DEFAULT);
        assertThat(none.releases(Duration.ofHours(1), 2)).isFalse();
        assertThat(none.walkUp()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "grace: PT15M, grace: PT4M",
        "grace: PT15M, grace: soon",
        "grace: PT15M, warning: -PT5M",
        "mostPeople: 12, mostPeople: 0",
        "walkUp: PT1H, walkUp: PT5H",
        "walkUp: PT1H, walkIn: PT1H"
    })
    void refuseWhatIsNoSuchRule(String good, String bad) {
        String file = FILE.replace(good, bad);

        assertThat(DirectoryFile.read(file, name -> List.of()))
                .isInstanceOfSatisfying(
                        DirectoryFile.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(FaultSentences::said)
                                .singleElement()
                                .asString()
                                .contains(bad.substring(0, bad.indexOf(':'))));
    }

    @Test
    void keepLongAndLargeMeetings() {
        ArrivalRules rules = rules(FILE, "melun-seine");

        assertThat(rules.releases(Duration.ofHours(6), 12)).isTrue();
        assertThat(rules.releases(Duration.ofMinutes(361), 12)).isFalse();
        assertThat(rules.releases(Duration.ofHours(6), 13)).isFalse();
    }
}
