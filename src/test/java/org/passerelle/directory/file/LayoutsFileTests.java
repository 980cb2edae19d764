package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.Directory;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.file.DirectoryFile.Faulty;
import org.passerelle.directory.file.DirectoryFile.Readable;

class LayoutsFileTests {

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
                rules:
                  buffers: {before: PT10M, after: PT5M, neighbours: longer}
                  layouts:
                    theatre: {name: Gradins, setUp: PT30M, cleanUp: PT15M}
                    board: {}
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
                  melun-almont:
                    name: Salle Almont
                    kind: MEETING
                    capacity: 12
                    rules: {buffers: {before: PT10M, neighbours: both}, layouts: {theatre: {seats: 20}}}
                  melun-salon: {name: Salon, kind: MEETING, capacity: 20, parts: [melun-seine, melun-almont], rules: {layouts: none}}
                  melun-desks: {name: Postes, kind: DESK, units: 4}
            """;

    private static Directory directory(String text) {
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
        return ((Readable) DirectoryFile.read(text, name -> List.of()))
                .network()
                .directory(1, numbers);
    }

    private static Room room(String id) {
        return directory(FILE).room(new RoomId(id)).orElseThrow();
    }

    @Test
    void aRoomOffersTheLayoutsOfItsSiteUnlessItListsItsOwn() {
        assertThat(room("melun-seine").layouts().offered())
                .containsExactly(
                        new Layout(
                                "theatre",
                                Optional.of("Gradins"),
                                Optional.empty(),
                                Optional.of(Duration.ofMinutes(30)),
                                Optional.of(Duration.ofMinutes(15))),
                        Layout.called("board"));
        assertThat(room("melun-almont").layouts().offered())
                .containsExactly(new Layout(
                        "theatre",
                        Optional.of("Gradins"),
                        Optional.of(20),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofMinutes(15))));
        assertThat(room("melun-salon").layouts().isEmpty()).isTrue();
        assertThat(room("melun-desks").layouts().isEmpty()).isTrue();
    }

    @Test
    void aRoomInALayoutHasItsSeatsAndItsTimes() {
        Room theatre = room("melun-almont").laidOut("theatre");
        Room board = room("melun-seine").laidOut("board");

        assertThat(theatre.capacity()).isEqualTo(20);
        assertThat(theatre.rules().buffers().before()).isEqualTo(Duration.ofMinutes(30));
        assertThat(theatre.rules().buffers().after()).isEqualTo(Duration.ofMinutes(15));
        assertThat(board.capacity()).isEqualTo(8);
        assertThat(board.rules().buffers().before()).isEqualTo(Duration.ofMinutes(10));
        assertThat(room("melun-almont").laidOut("banquet")).isEqualTo(room("melun-almont"));
        assertThat(directory(FILE).longestBuffer()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void onlyARoomWhereTheLongerServesBothHasANumberForTheTimeBefore() {
        Directory directory = directory(FILE);
        Room seine = directory.room(new RoomId("melun-seine")).orElseThrow();
        Room almont = directory.room(new RoomId("melun-almont")).orElseThrow();
        Room salon = directory.room(new RoomId("melun-salon")).orElseThrow();

        assertThat(seine.setUpNumbers()).hasSize(1).doesNotContainAnyElementsOf(seine.numbers());
        assertThat(almont.setUpNumbers()).isEmpty();
        assertThat(salon.setUpNumbers())
                .containsExactly(seine.setUpNumbers().get(0), almont.numbers().get(0));
        assertThat(directory.room(new RoomId("melun-desks")).orElseThrow().setUpNumbers())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "board: {} | board: {seat: 4} | unknown key",
                "board: {} | board: {seats: 0} | seats must be a whole number",
                "board: {} | board: {setUp: PT13H} | setUp must be whole minutes",
                "board: {} | board: {cleanUp: -PT5M} | cleanUp must be whole minutes",
                "board: {} | Board: {} | must be lower-case letters",
                "layouts: none | layouts: some | layouts must be one of none",
                "neighbours: longer | neighbours: shorter | neighbours must be one of both, longer"
            })
    void saysWhatIsWrong(String good, String bad, String fault) {
        assertThat(FILE).contains(good);

        var reading = DirectoryFile.read(FILE.replace(good, bad), name -> List.of());

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults()).map(FaultSentences::said).anyMatch(said -> said.contains(fault));
    }
}
