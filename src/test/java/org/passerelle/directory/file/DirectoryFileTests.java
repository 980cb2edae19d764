package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Closure;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.ClosureCalendars.UnknownCalendar;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.VideoResource.ResourceChange;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.file.DirectoryFile.Faulty;
import org.passerelle.directory.file.DirectoryFile.Readable;
import org.passerelle.time.DayPart;
import org.passerelle.time.HalfDays;
import org.passerelle.time.WeeklyHours;

class DirectoryFileTests {

    private static final Closure CHRISTMAS =
            new Closure(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 25), "Noël");
    private static final ClosureCalendars CALENDARS = name -> {
        if (name.equals("public-holidays-fr")) {
            return List.of(CHRISTMAS);
        }
        throw new UnknownCalendar(name);
    };

    /** A good file in 19 lines, of which the faulty ones below replace or append some. */
    private static final String GOOD = """
            mailDomain: rooms.example
            rules: {shortest: PT10M}
            operators:
              ville: Ville de Melun
            sites:
              melun:
                name: Melun
                operator: ville
                zone: Europe/Paris
                address: 1 place de la Gare
                position: {latitude: 48.5, longitude: 2.6}
                stepFree: true
                calendars: [public-holidays-fr]
                closures: [{from: 2026-08-10, to: 2026-08-14, reason: Travaux}]
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
                  melun-almont: {name: Salle Almont, kind: MEETING, capacity: 12}
                  melun-salon: {name: Salon, kind: MEETING, capacity: 20, parts: [melun-seine, melun-almont]}
                  melun-projector: {name: Projecteurs, kind: EQUIPMENT, units: 5}
            """;

    private static Network network(String text) {
        var reading = DirectoryFile.read(text, CALENDARS);
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).network();
    }

    private static List<FileFault> faults(String text) {
        var reading = DirectoryFile.read(text, CALENDARS);
        assertThat(reading).isInstanceOf(Faulty.class);
        return ((Faulty) reading).faults();
    }

    private static final String VIDEO = """
                video:
                  lines: 2
                  uplink: 100
                  changes: [{from: 2026-08-10, to: 2026-08-12, uplink: 20}, {from: 2026-09-01, lines: 1}]
            bridges:
              grand-pont: {provider: jitsi, site: melun, ports: 200, block: 5}
            """;

    @Test
    void readsWhatConferencesUseUp() {
        var network = network(GOOD + VIDEO);

        assertThat(network.video())
                .extracting(each -> each.id() + " " + each.kind() + " "
                        + each.supply().amount() + "/" + each.supply().block())
                .containsExactly("melun-video-lines LINES 2/1", "melun-uplink UPLINK 100/5", "grand-pont PORTS 200/5");
        assertThat(network.video().get(0).supply().changes())
                .containsExactly(new ResourceChange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1), 1));
        assertThat(network.video().get(1).supply().changes())
                .containsExactly(new ResourceChange(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 12), 20));
    }

    @Test
    void numbersEachUnitOfWhatConferencesUseUp() {
        var directory = network(GOOD + VIDEO).directory(1, counts -> {
            var numbers = new LinkedHashMap<String, List<Integer>>();
            counts.forEach((name, count) ->
                    numbers.put(name, IntStream.range(0, count).boxed().toList()));
            return numbers;
        });

        assertThat(directory.video()).extracting(each -> each.numbers().size()).containsExactly(2, 20, 40);
    }

    private static RoomPlan room(Network network, String id) {
        return network.rooms().stream()
                .filter(room -> room.id().equals(new RoomId(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsASiteWithItsRooms() {
        var network = network(GOOD);

        var site = network.sites().get(0);
        assertThat(site.name()).isEqualTo("Melun");
        assertThat(site.zone().getId()).isEqualTo("Europe/Paris");
        assertThat(site.halfDays()).isEqualTo(HalfDays.DEFAULT);
        assertThat(site.place().latitude()).isEqualTo(48.5);
        var seine = room(network, "melun-seine");
        assertThat(seine.kind()).isEqualTo(RoomKind.MEETING);
        assertThat(seine.profile().capacity()).isEqualTo(8);
        assertThat(seine.profile().email()).isEqualTo("melun-seine@rooms.example");
        assertThat(seine.profile().stepFree()).isTrue();
    }

    @Test
    void joinsTheClosuresOfTheSiteWithThoseOfItsCalendars() {
        var closures = network(GOOD).sites().get(0).closures();

        assertThat(closures)
                .containsExactly(
                        new Closure(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 14), "Travaux"), CHRISTMAS);
    }

    @Test
    void countsTheUnitsOfEquipmentAsItsCapacity() {
        var projector = room(network(GOOD), "melun-projector");

        assertThat(projector.profile().capacity()).isEqualTo(5);
        assertThat(projector.ownNumbers()).isEqualTo(5);
    }

    @Test
    void refinesTheRulesOfTheNetworkAtTheSiteAndAtTheRoom() {
        var text = GOOD.replace("    stepFree: true\n", "    rules: {hours: Mo-Sa 09:00-18:00, notice: PT2H}\n")
                .replace("capacity: 8}", "capacity: 8, rules: {notice: PT0S, approval: true, horizon: P6M}}");

        var rules = room(network(text), "melun-seine").rules();

        assertThat(rules.shortest()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.openingHours()).isEqualTo(WeeklyHours.parse("Mo-Sa 09:00-18:00"));
        assertThat(rules.notice()).isZero();
        assertThat(rules.horizon()).isEqualTo(Period.ofMonths(6));
        assertThat(rules.access().needsApproval()).isTrue();
        assertThat(rules.longest()).isEqualTo(BookingRules.DEFAULT.longest());
    }

    @Test
    void liftsTheRestrictionOfASiteForARoomThatEveryoneMayBook() {
        var text = GOOD.replace("    stepFree: true\n", "    rules: {bookableBy: [grand-groupe]}\n")
                .replace("capacity: 8}", "capacity: 8, rules: {bookableBy: everyone}}");

        var network = network(text);

        assertThat(room(network, "melun-seine").rules().access().admits("atelier-brie"))
                .isTrue();
        assertThat(room(network, "melun-almont").rules().access().admits("atelier-brie"))
                .isFalse();
    }

    @Test
    void marksNoEventsConfidentialUnlessToldTo() {
        assertThat(network(GOOD).confidentialEvents()).isFalse();
        assertThat(network("confidentialEvents: true\n" + GOOD).confidentialEvents())
                .isTrue();
    }

    @Test
    void keepsAccents() {
        var text = GOOD.replace("name: Salle Seine", "name: \"Salle Élan – côté gare\"");

        assertThat(room(network(text), "melun-seine").profile().name()).isEqualTo("Salle Élan – côté gare");
    }

    @Test
    void readsTwoFilesThatMeanTheSameAsEqual() {
        var reworded = "# a remark\n"
                + GOOD.replace("rules: {shortest: PT10M}", "rules:\n  shortest: PT600S\n  longest: PT720M");

        assertThat(network(reworded)).isEqualTo(network(GOOD));
    }

    @ParameterizedTest
    @MethodSource("faultyLines")
    void namesTheLineOfAFault(String goodPart, String faultyPart, List<String> faults) {
        assertThat(GOOD).contains(goodPart);

        assertThat(faults(GOOD.replace(goodPart, faultyPart)))
                .extracting(FaultSentences::of)
                .containsExactlyElementsOf(faults);
    }

    private static Stream<Arguments> faultyLines() {
        return Stream.of(
                fault("Europe/Paris", "Europe/Pariss", "line 9: site melun: unknown zone Europe/Pariss"),
                fault("Europe/Paris", "'+01:00'", "line 9: site melun: unknown zone +01:00"),
                fault("operator: ville", "operator: vile", "line 8: site melun: unknown operator vile"),
                fault("    zone: Europe/Paris\n", "", "line 6: site melun: zone is missing"),
                fault("name: Melun", "name:", "line 7: site melun: name is empty"),
                fault("name: Melun", "name: [Melun]", "line 7: site melun: name must be a single value"),
                fault(
                        "latitude: 48.5",
                        "latitude: 91",
                        "line 11: site melun: latitude must be degrees from -90.0 to" + " 90.0: 91"),
                fault(
                        "{latitude: 48.5, longitude: 2.6}",
                        "Melun",
                        "line 11: site melun: position must be keys with" + " values"),
                fault("public-holidays-fr", "holidays", "line 13: site melun: unknown calendar holidays"),
                fault("to: 2026-08-14", "to: 2026-08-01", "line 14: site melun: the closure ends before it starts"),
                fault(
                        "from: 2026-08-10",
                        "from: 10/08/2026",
                        "line 14: site melun: from must be a date such as" + " 2026-12-24: 10/08/2026"),
                fault(
                        "  melun:\n",
                        "  Melun:\n",
                        "line 6: site id must be lower-case letters, digits and single"
                                + " hyphens, at most 64: Melun"),
                fault(
                        "stepFree: true",
                        "stepFree: yes",
                        "line 12: site melun: stepFree must be one of true, false:" + " yes"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: 08:30-12:30, afternoon: 12:00-18:00}",
                        "line 12: site" + " melun: the afternoon starts before the morning ends"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: 8h-12h, afternoon: 13:30-18:00}",
                        "line 12: site melun:" + " morning must be hours such as 08:30-12:30: 8h-12h"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: 08:30-12:30, afternoon: 13:30-18:00, day: 09:00-18:00}",
                        "line 12: site melun: the day does not hold all of the morning and the afternoon"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: 07:30-12:30, afternoon: 13:30-18:00}",
                        "line 12: site melun: morning 07:30-12:30 is outside the opening hours of every room, on every day"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: 08:30-12:30, afternoon: 13:30-18:00, day: 08:00-20:15}",
                        "line 12: site melun: day 08:00-20:15 is outside the opening hours of every room, on every day"),
                fault(
                        "stepFree: true",
                        "halfDays: {morning: '08:30:30-12:30', afternoon: 13:30-18:00}",
                        "line 12: site melun: morning must be whole minutes: 08:30:30-12:30"),
                fault(
                        "stepFree: true",
                        "video: {lines: 2.5, changes: [{from: 2026-08-12, to: 2026-08-10, lines: 1}, {lignes: 3}]}",
                        "line 12: site melun: lines must be a whole number from 0 to 200: 2.5",
                        "line 12: site melun: the change ends before it starts",
                        "line 12: site melun: from is missing",
                        "line 12: site melun: unknown key lignes, known are from, to, lines, uplink"),
                fault(
                        "rules: {shortest: PT10M}",
                        "bridges: {melun-seine: {provider: jitsi, site: sens, ports: 0}}",
                        "line 2: bridge melun-seine: there is a room called melun-seine",
                        "line 2: bridge melun-seine: unknown site sens"),
                fault(
                        "stepFree: true",
                        "citty: Melun",
                        "line 12: site melun: unknown key citty, known are name,"
                                + " operator, zone, address, position, stepFree, halfDays, calendars, closures, rules, mail, video, services, rooms"),
                fault("stepFree: true", "name: Again", "line 12: site melun: name stands here twice"),
                fault(
                        "melun-almont: {",
                        "melun-seine: {",
                        "line 17: site melun: melun-seine stands here twice",
                        "line 18: room melun-salon: unknown part melun-almont"),
                fault(
                        "kind: MEETING, capacity: 8",
                        "kind: ROOM, capacity: 8",
                        "line 16: room melun-seine: kind must be"
                                + " one of MEETING, VISIO, TELEPRESENCE, TRAINING, OFFICE, DESK, EQUIPMENT: ROOM"),
                fault(
                        "capacity: 8",
                        "capacity: 0",
                        "line 16: room melun-seine: capacity must be a whole number from 1" + " to 10000: 0"),
                fault(
                        "capacity: 8",
                        "capacity: 99999999999",
                        "line 16: room melun-seine: capacity must be a whole" + " number from 1 to 10000: 99999999999"),
                fault(", capacity: 8", "", "line 16: room melun-seine: capacity is missing"),
                fault(
                        "capacity: 8",
                        "capacity: 8, units: 2",
                        "line 16: room melun-seine: only kinds DESK and EQUIPMENT have units"),
                fault(
                        "units: 5",
                        "capacity: 5",
                        "line 19: room melun-projector: units is missing",
                        "line 19: room melun-projector: what is of kind EQUIPMENT has units, not a capacity"),
                fault(
                        "capacity: 8",
                        "capacity: 8, joinMethods: [FAX]",
                        "line 16: room melun-seine: joinMethods must be" + " one of WEB, SIP, H323, PSTN: FAX"),
                fault(
                        "capacity: 8",
                        "capacity: 8, equipment: screen",
                        "line 16: room melun-seine: equipment must be a" + " list such as [one, two]"),
                fault(
                        "capacity: 8",
                        "capacity: 8, equipment: [screen, screen]",
                        "line 16: room melun-seine: equipment" + " names screen twice"),
                fault(
                        "parts: [melun-seine, melun-almont]",
                        "parts: [melun-seine]",
                        "line 18: room melun-salon: a" + " combined room has at least two parts"),
                fault(
                        "parts: [melun-seine, melun-almont]",
                        "parts: [melun-seine, melun-salon]",
                        "line 18: room" + " melun-salon: a room cannot be a part of itself"),
                fault(
                        "parts: [melun-seine, melun-almont]",
                        "parts: [melun-seine, melun-projector]",
                        "line 18: room" + " melun-salon: part melun-projector is of kind EQUIPMENT"),
                fault(
                        "units: 5",
                        "units: 5, parts: [melun-seine, melun-almont]",
                        "line 19: room melun-projector:" + " what is of kind EQUIPMENT cannot have parts"),
                fault(
                        "kind: EQUIPMENT, units: 5",
                        "kind: DESK, capacity: 5",
                        "line 19: room melun-projector: units is missing",
                        "line 19: room melun-projector: what is of kind DESK has units, not a capacity"),
                fault(
                        "capacity: 8",
                        "capacity: 8, parts: [melun-salon, melun-almont]",
                        "line 16: room melun-seine:" + " part melun-salon is a combined room itself",
                        "line 18: room melun-salon: part melun-seine is" + " a combined room itself"),
                fault(
                        "PT10M",
                        "10 minutes",
                        "line 2: shortest must be whole minutes such as PT30M, from PT1M to" + " PT744H: 10 minutes"),
                fault(
                        "PT10M",
                        "PT90S",
                        "line 2: shortest must be whole minutes such as PT30M, from PT1M to PT744H:" + " PT90S"),
                fault(
                        "shortest: PT10M",
                        "shortest: PT2H, longest: PT1H",
                        "line 2: shortest PT2H is longer than longest" + " PT1H"),
                fault(
                        "shortest: PT10M",
                        "horizon: P11Y",
                        "line 2: horizon must be a period such as P24M, at most ten" + " years: P11Y"),
                fault("shortest: PT10M", "bookableBy: nobody", "line 2: bookableBy must be one of everyone: nobody"),
                fault(
                        "shortest: PT10M",
                        "permissions: [{who: [Town, grand-groupe], may: BOOK}]",
                        "line 2: who must be MEMBERS, MANAGERS, OUTSIDERS or the id of an organisation: Town"),
                fault(
                        "shortest: PT10M",
                        "permissions: [{who: [], may: BOOK}]",
                        "line 2: who lists nobody; write everyone, or a list such as [MEMBERS, grand-groupe]"),
                fault("shortest: PT10M", "quotas: [{per: PERSON, hours: PT2H}]", "line 2: in is missing"),
                fault(
                        "shortest: PT10M",
                        "quotas: [{per: SITE, openBookings: 3, in: DAY}]",
                        "line 2: a quota is of hours in a while, or of openBookings; write two"),
                fault("shortest: PT10M", "permissions: [{who: everyone}]", "line 2: may is missing"),
                fault(
                        "shortest: PT10M",
                        "permissions: [{longerThan: PT2H, upTo: PT1H, may: REQUEST}]",
                        "line 2: no date lasts longer than PT2H and up to PT1H"),
                fault(
                        "shortest: PT10M",
                        "outOfPolicy: some",
                        "line 2: outOfPolicy must be one of everyone, nobody: some"),
                fault(
                        "shortest: PT10M",
                        "bookableBy: []",
                        "line 2: bookableBy lists nobody; write everyone, or the ids" + " of organisations"),
                fault(
                        "shortest: PT10M",
                        "buffers: {befor: PT5M}",
                        "line 2: unknown key befor, known are before," + " after, neighbours"),
                fault(
                        "mailDomain: rooms.example",
                        "mailDomain: 'rooms@example'",
                        "line 1: mailDomain must be a domain" + " in lower case: rooms@example"),
                fault("mailDomain: rooms.example\n", "", "line 1: mailDomain is missing"));
    }

    private static Arguments fault(String goodPart, String faultyPart, String... faults) {
        return arguments(goodPart, faultyPart, List.of(faults));
    }

    @Test
    void numbersEachDeskOfAPool() {
        var desks =
                room(network(GOOD.replace("kind: EQUIPMENT, units: 5", "kind: DESK, units: 20")), "melun-projector");

        assertThat(desks.kind()).isEqualTo(RoomKind.DESK);
        assertThat(desks.ownNumbers()).isEqualTo(20);
        assertThat(desks.profile().capacity()).isEqualTo(20);
    }

    @Test
    void readsTheHalfDaysOfASiteAndItsDay() {
        var text = GOOD.replace(
                "stepFree: true", "halfDays: {morning: 08:00-12:00, afternoon: 14:00-18:00, day: 08:00-19:00}");

        var halfDays = network(text).sites().get(0).halfDays();

        assertThat(halfDays.of(DayPart.MORNING).end()).isEqualTo("12:00");
        assertThat(halfDays.of(DayPart.AFTERNOON).start()).isEqualTo("14:00");
        assertThat(halfDays.of(DayPart.DAY).end()).isEqualTo("19:00");
    }

    @Test
    void takesHalfDaysThatOneRoomIsOpenForOnOneDay() {
        var written = GOOD.replace("stepFree: true", "halfDays: {morning: 09:00-12:00, afternoon: 12:00-21:00}");

        assertThat(faults(written))
                .extracting(FaultSentences::of)
                .singleElement()
                .asString()
                .contains("afternoon");
        assertThat(network(written.replace("capacity: 8", "capacity: 8, rules: {hours: Sa 09:00-21:00}")))
                .isNotNull();
    }

    @Test
    void doesNotJudgeTheHalfDaysOfAClosedSite() {
        var written = GOOD.replace("stepFree: true", "halfDays: {morning: 06:00-12:00, afternoon: 12:00-21:00}")
                .replace("shortest: PT10M", "hours: closed");

        assertThat(network(written).sites().get(0).halfDays().morning().start()).isEqualTo("06:00");
    }

    @Test
    void holdsNothingAgainstHalfDaysThatWereAcceptedBefore() {
        var text = GOOD.replace("stepFree: true", "halfDays: {morning: 06:00-12:00, afternoon: 13:30-18:00}");

        assertThat(DirectoryFile.read(text, CALENDARS)).isInstanceOf(Faulty.class);
        assertThat(DirectoryFile.readAgain(text, CALENDARS)).isInstanceOf(Readable.class);
    }

    @Test
    void namesTheColumnToo() {
        var fault = faults(GOOD.replace("capacity: 8", "capacity: none")).get(0);

        assertThat(fault.place()).isEqualTo("line 16, column 65");
    }

    @Test
    void saysWhatIsWrongWithOpeningHours() {
        var fault = faults(GOOD.replace("shortest: PT10M", "hours: Mo-Fr 20:00-08:00"))
                .get(0);

        assertThat(FaultSentences.of(fault))
                .startsWith("line 2: hours such as Mo-Fr 08:00-20:00 expected: Mo-Fr 20:00-08:00 (");
    }

    @Test
    void findsAllFaultsInOneReading() {
        var text = GOOD.replace("Europe/Paris", "Europe/Pariss")
                .replace("capacity: 12", "capacity: many")
                .replace("units: 5", "units: 0")
                .replace("PT10M", "soon");

        assertThat(faults(text)).extracting(FileFault::line).containsExactly(2, 9, 17, 19);
    }

    @Test
    void refusesARoomAtTwoSites() {
        var text = GOOD
                + GOOD.substring(GOOD.indexOf("  melun:\n"), GOOD.indexOf("      melun-almont"))
                        .replace("  melun:\n", "  trilport:\n");

        assertThat(faults(text))
                .extracting(FaultSentences::of)
                .containsExactly("line 30: room melun-seine: there is another room of this id at site melun");
    }

    @Test
    void refusesPartsAtAnotherSite() {
        var text = GOOD.replace(", parts: [melun-seine, melun-almont]", "")
                + GOOD.substring(GOOD.indexOf("  melun:\n"), GOOD.indexOf("      melun-seine"))
                        .replace("  melun:\n", "  trilport:\n")
                + "      trilport-salon: {name: Salon, kind: MEETING, capacity: 9, parts: [melun-seine, melun-almont]}\n";

        assertThat(faults(text))
                .extracting(FaultSentences::of)
                .containsExactly(
                        "line 30: room trilport-salon: part melun-seine is at another site, melun",
                        "line 30: room trilport-salon: part melun-almont is at another site, melun");
    }
}
