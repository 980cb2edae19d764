package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.file.DirectoryFile.Readable;
import org.springframework.core.io.ClassPathResource;

/** The demo directory is as the public contract promises it. */
class DemoNetworkTests {

    private static final Closure BASTILLE_DAY =
            new Closure(LocalDate.of(2026, 7, 14), LocalDate.of(2026, 7, 14), "Fête nationale");
    private static final List<String> FRENCH_SITES = List.of(
            "melun",
            "val-d-europe",
            "fontainebleau",
            "trilport",
            "senart",
            "chelles",
            "lizy-sur-ourcq",
            "rebais",
            "moret",
            "coulommiers",
            "la-ferte-sous-jouarre",
            "roissy");
    private static final List<String> PARTNERS = List.of("amsterdam", "montreal");
    private static final Directory DIRECTORY = directory();

    private static Directory directory() {
        var reading = DirectoryFile.read(text(), name -> List.of(BASTILLE_DAY));
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).network().directory(1, DemoNetworkTests::numbers);
    }

    private static Map<String, List<Integer>> numbers(Map<String, Integer> counts) {
        var numbers = new HashMap<String, List<Integer>>();
        int next = 1;
        for (var count : counts.entrySet()) {
            numbers.put(
                    count.getKey(),
                    Stream.iterate(next, n -> n + 1).limit(count.getValue()).toList());
            next += count.getValue();
        }
        return numbers;
    }

    private static String text() {
        try {
            return new ClassPathResource("directory/demo-network.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Room room(String id) {
        return DIRECTORY.room(new RoomId(id)).orElseThrow();
    }

    private static Site site(String id) {
        return DIRECTORY.site(new SiteId(id)).orElseThrow();
    }

    static Stream<String> sites() {
        return Stream.concat(FRENCH_SITES.stream(), PARTNERS.stream());
    }

    static Stream<String> frenchSites() {
        return FRENCH_SITES.stream();
    }

    static Stream<String> promisedRooms() {
        return Stream.of(
                        Stream.of("melun-seine", "melun-almont", "melun-grand-salon"),
                        FRENCH_SITES.stream().map(site -> site + "-visio"),
                        Stream.of("melun", "val-d-europe", "fontainebleau", "amsterdam", "montreal")
                                .map(site -> site + "-telepresence"))
                .flatMap(rooms -> rooms);
    }

    @Test
    void hasThePromisedSitesAndNoOthers() {
        assertThat(DIRECTORY.sites()).extracting(site -> site.id().value()).containsExactlyElementsOf(sites().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "melun, Europe/Paris",
        "roissy, Europe/Paris",
        "amsterdam, Europe/Amsterdam",
        "montreal, America/Montreal"
    })
    void keepsEachSiteInItsOwnZone(String site, String zone) {
        assertThat(site(site).zone().getId()).isEqualTo(zone);
    }

    @ParameterizedTest
    @MethodSource("frenchSites")
    void closesTheFrenchSitesOnFrenchPublicHolidays(String site) {
        assertThat(site(site).zone().getId()).isEqualTo("Europe/Paris");
        assertThat(site(site).closures()).contains(BASTILLE_DAY);
    }

    @Test
    void givesThePartnersNoFrenchHolidays() {
        assertThat(PARTNERS)
                .allSatisfy(site -> assertThat(site(site).closures()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("sites")
    void hasMeetingRoomsAndAVisioRoomAtEverySite(String site) {
        var kinds = DIRECTORY.roomsAt(new SiteId(site)).stream().map(Room::kind).toList();

        assertThat(kinds).filteredOn(kind -> kind == RoomKind.MEETING).isNotEmpty();
        assertThat(kinds).contains(RoomKind.VISIO);
    }

    @ParameterizedTest
    @CsvSource({
        "melun-seine, MEETING, 8",
        "melun-almont, MEETING, 12",
        "melun-grand-salon, MEETING, 20",
        "melun-visio, VISIO, 6",
        "melun-telepresence, TELEPRESENCE, 6",
        "val-d-europe-telepresence, TELEPRESENCE, 6",
        "fontainebleau-telepresence, TELEPRESENCE, 6",
        "amsterdam-telepresence, TELEPRESENCE, 6",
        "montreal-telepresence, TELEPRESENCE, 6",
        "melun-projector, EQUIPMENT, 5"
    })
    void hasThePromisedRooms(String id, RoomKind kind, int capacity) {
        assertThat(room(id).kind()).isEqualTo(kind);
        assertThat(room(id).capacity()).isEqualTo(capacity);
    }

    @ParameterizedTest
    @MethodSource("frenchSites")
    void hasAVisioRoomForSixAtEveryFrenchSite(String site) {
        assertThat(room(site + "-visio").kind()).isEqualTo(RoomKind.VISIO);
        assertThat(room(site + "-visio").capacity()).isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("promisedRooms")
    void letsEveryoneBookThePromisedRoomsAtTheUsualHours(String id) {
        assertThat(room(id).rules()).isEqualTo(BookingRules.DEFAULT);
    }

    @Test
    void combinesTheTwoRoomsAtMelun() {
        var seine = room("melun-seine");
        var almont = room("melun-almont");
        var salon = room("melun-grand-salon");

        assertThat(salon.parts()).containsExactly(seine.id(), almont.id());
        assertThat(salon.numbers())
                .containsExactly(seine.numbers().get(0), almont.numbers().get(0));
    }

    @Test
    void saysWhereEveryRoomWithADeviceIsCalledAndWhatTellsASuiteOfItsMeetings() {
        assertThat(DIRECTORY.rooms())
                .filteredOn(room -> !room.profile().joinMethods().isEmpty())
                .hasSize(19)
                .allSatisfy(room -> assertThat(room.profile()
                                .endpoint()
                                .addresses()
                                .sip()
                                .orElseThrow()
                                .host())
                        .endsWith(".example"));
        assertThat(DIRECTORY.rooms())
                .filteredOn(room -> room.kind() == RoomKind.TELEPRESENCE)
                .hasSize(5)
                .allSatisfy(
                        room -> assertThat(room.profile().endpoint().codec()).isPresent());
    }

    @Test
    void countsFiveProjectors() {
        assertThat(room("melun-projector").numbers()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void addressesEveryRoomByItsId() {
        assertThat(DIRECTORY.rooms())
                .allSatisfy(room -> assertThat(room.profile().email()).isEqualTo(room.id() + "@rooms.it77.example"))
                .allSatisfy(room -> assertThat(room.id().value()).startsWith(room.site() + "-"));
    }

    @Test
    void showsBuffersApprovalAndRestrictedAccessSomewhere() {
        assertThat(DIRECTORY.longestBuffer()).isPositive();
        assertThat(DIRECTORY.rooms())
                .anyMatch(room -> room.rules().access().needsApproval())
                .anyMatch(room -> !room.rules().access().organisations().isEmpty());
    }
}
