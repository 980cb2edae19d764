package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.file.DirectoryFile.Faulty;
import org.passerelle.directory.file.DirectoryFile.Readable;

class ServicesFileTests {

    private static final String FILE = """
            mailDomain: rooms.example
            operators: {ville: Ville de Melun}
            sites:
              melun:
                name: Melun
                operator: ville
                zone: Europe/Paris
                address: 1 place de la Gare
                position: {latitude: 48.5, longitude: 2.6}
                services:
                  melun-lunch: {name: Repas, kind: CATERING, notice: PT48H, perDay: 40, orders: cuisine@melun.example}
                  melun-technician: {name: Technicien, atOnce: 2, rooms: [melun-seine]}
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
              meaux:
                name: Meaux
                operator: ville
                zone: Europe/Paris
                address: 2 place de la Gare
                position: {latitude: 48.9, longitude: 2.9}
                rooms:
                  meaux-marne: {name: Salle Marne, kind: MEETING, capacity: 8}
            """;

    private static List<ServiceOffer> services() {
        Map<String, List<Integer>> given = new HashMap<>();
        ClaimNumbers numbers = counts -> {
            counts.forEach((claimant, count) -> given.computeIfAbsent(
                    claimant,
                    any -> IntStream.range(0, count)
                            .map(unit -> 100 * (given.size() + 1) + unit)
                            .boxed()
                            .toList()));
            return given;
        };
        return ((Readable) DirectoryFile.read(FILE, name -> List.of()))
                .network()
                .directory(1, numbers)
                .services();
    }

    @Test
    void whatIsLimitedHasNumbersToClaim() {
        ServiceOffer lunch = services().get(0);
        ServiceOffer technician = services().get(1);

        assertThat(lunch.kind()).isEqualTo(ServiceKind.CATERING);
        assertThat(lunch.notice()).isEqualTo(Duration.ofHours(48));
        assertThat(lunch.orders()).contains("cuisine@melun.example");
        assertThat(lunch.limits().perDay()).contains(40);
        assertThat(lunch.numbers().ofDays()).isPresent();
        assertThat(lunch.numbers().units()).isEmpty();
        assertThat(technician.kind()).isEqualTo(ServiceKind.OTHER);
        assertThat(technician.numbers().ofDays()).isEqualTo(Optional.empty());
        assertThat(technician.numbers().units()).hasSize(2);
        assertThat(technician.rooms()).isEqualTo(Set.of("melun-seine"));
        assertThat(technician.isOfferedIn("melun-seine", "melun")).isTrue();
        assertThat(technician.isOfferedIn("melun-almont", "melun")).isFalse();
        assertThat(lunch.isOfferedIn("meaux-marne", "meaux")).isFalse();
    }

    @Test
    void theUnitsOfADayAreThoseOfItsLocalDay() {
        ServiceOffer lunch = services().get(0);
        long[] evening = lunch.unitsOfDay(Instant.parse("2026-04-01T21:59:00Z")).toArray();
        long[] midnight =
                lunch.unitsOfDay(Instant.parse("2026-04-01T22:00:00Z")).toArray();

        assertThat(evening).hasSize(40).doesNotContain(midnight);
        assertThat(lunch.unitsOfDay(Instant.parse("2026-04-01T08:00:00Z")).toArray())
                .isEqualTo(evening);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "perDay: 40 | perDay: 0 | perDay must be a whole number from 1 to 1000",
                "atOnce: 2 | atOnce: 51 | atOnce must be a whole number from 1 to 50",
                "kind: CATERING | kind: FOOD | kind must be one of CATERING",
                "notice: PT48H | notice: P61D | notice must be whole minutes",
                "cuisine@melun.example | cuisine | orders must be a mail address",
                "[melun-seine] | [meaux-marne] | there is no room meaux-marne at this site",
                "{name: Technicien, | {kind: OTHER, | name is missing",
                "atOnce: 2 | atONce: 2 | unknown key"
            })
    void saysWhatIsWrong(String good, String bad, String fault) {
        assertThat(FILE).contains(good);

        var reading = DirectoryFile.read(FILE.replace(good, bad), name -> List.of());

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults()).map(FaultSentences::said).anyMatch(said -> said.contains(fault));
    }
}
