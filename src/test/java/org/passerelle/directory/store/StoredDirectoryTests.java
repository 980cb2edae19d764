package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars.UnknownCalendar;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomsInUse;
import org.passerelle.directory.version.DirectoryIsStale;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;
import org.springframework.data.mongodb.core.MongoOperations;

class StoredDirectoryTests {

    private static final String TWO_ROOMS = """
            mailDomain: rooms.example
            operators: {ville: Ville de Melun}
            sites:
              melun:
                name: Melun
                operator: ville
                zone: Europe/Paris
                address: 1 place de la Gare
                position: {latitude: 48.5, longitude: 2.6}
                calendars: [holidays]
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
                  melun-almont: {name: Salle Almont, kind: MEETING, capacity: 12}
                  melun-projector: {name: Projecteurs, kind: EQUIPMENT, units: 5}
                  melun-salon: {name: Salon, kind: MEETING, capacity: 20, parts: [melun-seine, melun-almont]}
            """;
    private static final String ALMONT = "      melun-almont: {name: Salle Almont, kind: MEETING, capacity: 12}\n";
    private static final String SALON =
            "      melun-salon: {name: Salon, kind: MEETING, capacity: 20, parts: [melun-seine, melun-almont]}\n";

    private final MemoryMongo mongo = new MemoryMongo();
    private final List<DirectoryChanged> events = new ArrayList<>();
    private final Map<String, List<Closure>> calendars = new HashMap<>(Map.of("holidays", List.of()));
    private final Set<RoomId> occupied = new HashSet<>();
    private final StoredDirectory directory = node(this::occupied);

    @AfterEach
    void stop() {
        mongo.close();
    }

    private StoredDirectory node(RoomsInUse roomsInUse) {
        return node(roomsInUse, Optional.of(TWO_ROOMS));
    }

    private StoredDirectory node(RoomsInUse roomsInUse, Optional<String> firstText) {
        var template = mongo.template();
        return new StoredDirectory(
                texts(template), new MongoClaimNumbers(template), this::closures, roomsInUse, events::add, firstText);
    }

    private static DirectoryTexts texts(MongoOperations mongo) {
        return new DirectoryTexts(mongo, new FormerVersions(mongo), Clock.systemUTC());
    }

    private List<Closure> closures(String name) {
        return Optional.ofNullable(calendars.get(name)).orElseThrow(() -> new UnknownCalendar(name));
    }

    private Set<RoomId> occupied(Set<RoomId> rooms) {
        var inUse = new HashSet<>(rooms);
        inUse.retainAll(occupied);
        return inUse;
    }

    private Room room(String id) {
        return directory.current().room(new RoomId(id)).orElseThrow();
    }

    private static List<String> sentences(UpdateOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).faults().stream().map(FaultSentences::of).toList();
    }

    @Test
    void beginsWithTheFirstTextAndKeepsItAcrossRestarts() {
        var restarted = node(this::occupied, Optional.of(TWO_ROOMS.replace("Salle Seine", "Salle Loing")));

        assertThat(restarted.text()).isEqualTo(TWO_ROOMS);
        assertThat(restarted.current().version()).isEqualTo(1);
        assertThat(restarted.current().rooms()).isEqualTo(directory.current().rooms());
    }

    @Test
    void isEmptyWhereThereIsNoFirstText() {
        try (var fresh = new MemoryMongo()) {
            var template = fresh.template();
            var empty = new StoredDirectory(
                    texts(template),
                    new MongoClaimNumbers(template),
                    this::closures,
                    this::occupied,
                    events::add,
                    Optional.empty());

            assertThat(empty.current().rooms()).isEmpty();
            assertThat(empty.text()).isEmpty();
            assertThat(empty.replace(TWO_ROOMS)).isInstanceOf(Accepted.class);
            assertThat(empty.current().version()).isEqualTo(1);
        }
    }

    @Test
    void putsAnotherFileInForceAndSaysSo() {
        var outcome = directory.replace(TWO_ROOMS.replace("Salle Seine", "Salle Loing"));

        assertThat(outcome).isEqualTo(new Accepted(directory.current(), true));
        assertThat(room("melun-seine").name()).isEqualTo("Salle Loing");
        assertThat(events).containsExactly(new DirectoryChanged(2));
    }

    @Test
    void changesNothingForTheSameFile() {
        var outcome = directory.replace(TWO_ROOMS);

        assertThat(outcome).isEqualTo(new Accepted(directory.current(), false));
        assertThat(directory.current().version()).isEqualTo(1);
        assertThat(events).isEmpty();
    }

    @Test
    void keepsTheWordingOfAFileThatMeansTheSame() {
        var reworded = "# reviewed in March\n" + TWO_ROOMS;

        var outcome = directory.replace(reworded);

        assertThat(outcome).isEqualTo(new Accepted(directory.current(), false));
        assertThat(directory.text()).isEqualTo(reworded);
        assertThat(directory.current().version()).isEqualTo(1);
    }

    @Test
    void takesUpACalendarThatHasChangedWhenTheSameFileIsPutAgain() {
        var day = LocalDate.of(2026, 7, 14);
        calendars.put("holidays", List.of(new Closure(day, day, "Fête nationale")));

        var outcome = directory.replace(TWO_ROOMS);

        assertThat(outcome).isEqualTo(new Accepted(directory.current(), true));
        assertThat(directory.current().siteOf(room("melun-seine")).closures()).hasSize(1);
    }

    @Test
    void keepsTheOldDirectoryWhenAFileHasFaults() {
        var outcome = directory.replace(TWO_ROOMS.replace("Europe/Paris", "Europe/Pariss"));

        assertThat(sentences(outcome)).containsExactly("line 7: site melun: unknown zone Europe/Pariss");
        assertThat(directory.text()).isEqualTo(TWO_ROOMS);
        assertThat(directory.current().version()).isEqualTo(1);
    }

    @Test
    void givesARoomThatComesBackItsOldNumber() {
        var almont = room("melun-almont").numbers();
        var without = TWO_ROOMS.replace(ALMONT, "").replace(SALON, "");

        directory.replace(without + "      melun-loing: {name: Loing, kind: MEETING, capacity: 4}\n");
        var loing = room("melun-loing").numbers();
        directory.replace(TWO_ROOMS);

        assertThat(room("melun-almont").numbers()).isEqualTo(almont).doesNotContainAnyElementsOf(loing);
    }

    @Test
    void keepsTheNumbersOfUnitsAndAddsFurtherOnes() {
        var five = room("melun-projector").numbers();

        directory.replace(TWO_ROOMS.replace("units: 5", "units: 7"));

        assertThat(room("melun-projector").numbers()).hasSize(7).startsWith(five.toArray(Integer[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "melun-projector | units: 5 | units: 4 | line 14: room melun-projector",
                "melun-projector | melun-projector | melun-lectern | file: room melun-projector",
                "melun-projector | EQUIPMENT, units: 5 | MEETING, capacity: 5 | line 14: room melun-projector",
                "melun-seine | MEETING, capacity: 8 | EQUIPMENT, units: 8 | line 12: room melun-seine",
                "melun-salon | parts: [melun-seine, melun-almont] | equipment: [screen] | line 15: room melun-salon"
            })
    void refusesToOrphanWhatIsBooked(String booked, String part, String replacement, String place) {
        occupied.add(new RoomId(booked));
        var next = TWO_ROOMS.replace(part, replacement);
        boolean salonLosesAPart = next.contains("Salle Seine, kind: EQUIPMENT");

        var outcome = directory.replace(salonLosesAPart ? next.replace(SALON, "") : next);

        assertThat(sentences(outcome))
                .containsExactly(place + ": has bookings now or later, so it cannot be taken"
                        + " away, change its parts, lose units, or become or stop being what is counted");
        assertThat(directory.text()).isEqualTo(TWO_ROOMS);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "melun-projector | units: 5 | units: 6",
                "melun-seine | capacity: 8 | capacity: 4",
                "melun-seine | MEETING, capacity: 8 | VISIO, capacity: 8",
                "melun-salon | Europe/Paris | Europe/Brussels"
            })
    void changesWhatOrphansNoBooking(String booked, String part, String replacement) {
        occupied.add(new RoomId(booked));

        var outcome = directory.replace(TWO_ROOMS.replace(part, replacement));

        assertThat(outcome).isEqualTo(new Accepted(directory.current(), true));
    }

    @Test
    void restoresARoomThatIsBookedWhileItIsTakenAway() {
        var racing = node(rooms -> directory.text().equals(TWO_ROOMS) ? Set.of() : rooms);
        var before = racing.current();

        var outcome = racing.replace(TWO_ROOMS.replace(SALON, ""));

        assertThat(sentences(outcome)).singleElement().asString().startsWith("file: room melun-salon: has bookings");
        assertThat(racing.text()).isEqualTo(TWO_ROOMS);
        assertThat(racing.current().rooms()).isEqualTo(before.rooms());
        assertThat(events).containsExactly(new DirectoryChanged(2), new DirectoryChanged(3));
    }

    @Test
    void noticesWhatAnotherNodeHasPutInForce() {
        var other = node(this::occupied);
        other.replace(TWO_ROOMS.replace("Salle Seine", "Salle Loing"));

        directory.refresh();

        assertThat(room("melun-seine").name()).isEqualTo("Salle Loing");
        assertThat(directory.current().version()).isEqualTo(2);
    }

    @Test
    void replacesWhatAnotherNodeHasJustPutInForce() {
        var other = node(this::occupied);
        other.replace(TWO_ROOMS.replace("Salle Seine", "Salle Loing"));

        directory.replace(TWO_ROOMS.replace("Salle Seine", "Salle Yonne"));

        assertThat(directory.current().version()).isEqualTo(3);
        assertThat(directory.text()).contains("Salle Yonne");
    }

    @Test
    void refusesToStartWhenACalendarIsGone() {
        calendars.clear();

        assertThatThrownBy(() -> node(this::occupied)).hasMessageContaining("unknown-calendar [holidays]");
    }

    @Test
    void isReplacedOnlyOverTheVersionThatWasSeen() {
        var loing = TWO_ROOMS.replace("Salle Seine", "Salle Loing");

        assertThatThrownBy(() -> directory.replace(loing, VersionClaim.over(7, VersionNote.UNKNOWN)))
                .isInstanceOf(DirectoryIsStale.class);
        assertThat(directory.text()).isEqualTo(TWO_ROOMS);
        assertThat(directory.replace(loing, VersionClaim.over(1, VersionNote.UNKNOWN)))
                .isInstanceOf(Accepted.class);
        assertThatThrownBy(() -> directory.replace(TWO_ROOMS, VersionClaim.over(1, VersionNote.UNKNOWN)))
                .isInstanceOf(DirectoryIsStale.class);
        assertThat(directory.text()).isEqualTo(loing);
    }

    @Test
    void eachVersionSaysHowItCameAbout() {
        var template = mongo.template();
        var versions = new StoredVersions(texts(template), new FormerVersions(template));
        assertThat(versions.latest().version().note().origin()).isEqualTo(VersionOrigin.START);

        directory.replace(
                TWO_ROOMS.replace("Salle Seine", "Salle Loing"), VersionClaim.overAny(VersionNote.file("p-1")));

        assertThat(versions.latest().version().note()).isEqualTo(VersionNote.file("p-1"));
        assertThat(versions.find(1))
                .get()
                .satisfies(first -> assertThat(first.text()).isEqualTo(TWO_ROOMS));
    }
}
