package org.passerelle.conformance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.conformance.ZoneText.Form;

/**
 * A zone as one calendar names it, and what clocks do there.
 *
 * @param tzid as it stands in the calendar
 * @param written its VTIMEZONE, or an empty text
 * @param kind of name and VTIMEZONE, for counting
 */
public record DrawnZone(String tzid, String written, ZoneRules clocks, String kind) {

    public static final DrawnZone UTC = new DrawnZone("", "", ZoneOffset.UTC.getRules(), "utc");

    /** The moment that is meant, as RFC 5545 section 3.3.5 says of times that are skipped and of those that come twice. */
    public Instant instant(LocalDateTime local) {
        return local.toInstant(clocks.getOffset(local)); // Java's choice is the RFC's: the offset before the change
    }

    public LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clocks.getOffset(moment));
    }

    /** Without any VTIMEZONE. */
    public static DrawnZone iana(String id) {
        return new DrawnZone(id, "", ZoneId.of(id).getRules(), "iana");
    }

    static DrawnZone drawn(Draws draws) {
        ZoneNamed zone = draws.chance(35) ? ZoneNamed.ALL.get(0) : draws.oneOf(ZoneNamed.ALL);
        ZoneRules clocks = zone.id().getRules();
        boolean byRules = ZoneText.canBeRules(clocks);
        return switch (draws.between(0, 13)) {
            case 0, 1, 2 -> iana(zone.iana());
            case 3 ->
                byRules
                        ? new DrawnZone(
                                zone.iana(),
                                ZoneText.byRules(zone.iana(), clocks, Form.GOOGLE),
                                clocks,
                                "iana+vtimezone")
                        : iana(zone.iana());
            case 4 ->
                new DrawnZone(
                        draws.oneOf("/mozilla.org/20050126_1/", "/freeassociation.sourceforge.net/") + zone.iana(),
                        "",
                        clocks,
                        "prefixed");
            case 5 -> new DrawnZone(zone.windows(), "", clocks, "windows");
            case 6 ->
                byRules
                        ? new DrawnZone(
                                zone.windows(),
                                ZoneText.byRules(zone.windows(), clocks, Form.OUTLOOK),
                                clocks,
                                "windows+vtimezone")
                        : new DrawnZone(zone.windows(), "", clocks, "windows");
            case 7 -> new DrawnZone(zone.description(), "", clocks, "windows description");
            case 8, 9 -> byRules ? named(draws, clocks) : byOnsets(draws, clocks);
            case 10 -> byOnsets(draws, clocks);
            case 11 -> {
                ZoneRules newYork = ZoneId.of("America/New_York").getRules();
                String name = draws.oneOf("Our Clock", "Eastern by us");
                yield new DrawnZone(name, ZoneText.inTwoEras(name, newYork), newYork, "two eras");
            }
            default -> invented(draws);
        };
    }

    /** A name that says nothing, and rules. */
    private static DrawnZone named(Draws draws, ZoneRules clocks) {
        Form form = draws.oneOf(Form.values());
        String name = draws.oneOf("Bureau", "Western/Central Europe", "Customized Time Zone", "Office 1");
        return new DrawnZone(name, ZoneText.byRules(name, clocks, form), clocks, "rules as " + form);
    }

    private static DrawnZone byOnsets(Draws draws, ZoneRules clocks) {
        if (clocks.getTransitionRules().isEmpty()) {
            return named(draws, clocks);
        }
        String name = draws.oneOf("Siege", "Head Office");
        boolean asDates = draws.chance(50);
        return new DrawnZone(
                name,
                ZoneText.byOnsets(name, clocks, 2018, 2029, asDates),
                clocks,
                asDates ? "onsets by RDATE" : "an onset a part");
    }

    /** Clocks that are no IANA zone's. */
    private static DrawnZone invented(Draws draws) {
        int quarters = draws.between(-40, 48);
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(quarters * 900);
        if (draws.chance(30)) {
            ZoneRules fixed = ZoneRules.of(standard);
            return new DrawnZone("Plant", ZoneText.byRules("Plant", fixed, Form.GOOGLE), fixed, "invented fixed");
        }
        ZoneOffset summer = ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + draws.oneOf(1800, 3600, 3600, 7200));
        LocalTime at = LocalTime.of(draws.between(1, 4), draws.oneOf(0, 30));
        List<ZoneOffsetTransitionRule> rules = Stream.of(
                        rule(draws, Month.of(draws.between(3, 5)), at, standard, standard, summer),
                        rule(draws, Month.of(draws.between(8, 11)), at, standard, summer, standard))
                .toList();
        List<ZoneOffsetTransition> first = rules.stream()
                .map(rule -> rule.createTransition(1970))
                .sorted(Comparator.comparing(ZoneOffsetTransition::getInstant))
                .toList();
        ZoneRules clocks = ZoneRules.of(standard, standard, List.of(), first, rules);
        Form form = draws.oneOf(Form.GOOGLE, Form.NOTES);
        return new DrawnZone("Plant", ZoneText.byRules("Plant", clocks, form), clocks, "invented rules");
    }

    private static ZoneOffsetTransitionRule rule(
            Draws draws, Month month, LocalTime at, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        return ZoneOffsetTransitionRule.of(
                month,
                draws.oneOf(1, 8, 15, 22, -1),
                DayOfWeek.of(draws.between(1, 7)),
                at,
                false,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }
}
