package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.closure.edit.PlaceRights;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;

/** Which fields the forms of rooms, of sites and of the network have: every key that the directory's file knows of them. */
final class PlaceFields {

    /** How many there are of what is counted, or sit in what is not: the file has a key for each. */
    static final String SEATS = "capacity";

    static final String UNITS = "units";
    static final String KIND = "kind";

    private static final String EVERYONE = "everyone";
    private static final String OPERATOR = "operator";

    private static final List<FieldGroup> RULES = List.of(
            new FieldGroup(
                    "times",
                    length("rules.shortest"),
                    length("rules.longest"),
                    length("rules.notice"),
                    PlaceField.of("rules.horizon", FieldKind.PERIOD),
                    length("rules.buffers.before"),
                    length("rules.buffers.after"),
                    PlaceField.of("rules.buffers.neighbours", FieldKind.CHOICE, "both", "longer")),
            new FieldGroup(
                    "rights",
                    PlaceField.of("rules.bookableBy", FieldKind.WORDS, EVERYONE),
                    PlaceField.of("rules.approval", FieldKind.FLAG),
                    length("rules.decideBefore"),
                    PlaceField.of("rules.outOfPolicy", FieldKind.WORDS, EVERYONE, "nobody"),
                    PlaceField.of("rules.guests", FieldKind.FLAG),
                    PlaceField.table(
                            "rules.permissions",
                            PlaceField.of("who", FieldKind.WORDS, EVERYONE),
                            PlaceField.of("during", FieldKind.HOURS),
                            length("longerThan"),
                            length("upTo"),
                            PlaceField.of("series", FieldKind.FLAG),
                            PlaceField.choice("may", BookingGrant.class)),
                    PlaceField.table(
                            "rules.quotas",
                            PlaceField.choice("per", QuotaHolder.class),
                            length("hours"),
                            PlaceField.choice("in", QuotaPeriod.class),
                            PlaceField.of("openBookings", FieldKind.NUMBER))),
            new FieldGroup(
                    "layouts",
                    PlaceField.table(
                                    "rules.layouts",
                                    PlaceField.of(PlaceField.ID, FieldKind.TEXT),
                                    PlaceField.of("name", FieldKind.TEXT),
                                    PlaceField.of("seats", FieldKind.NUMBER),
                                    length("setUp"),
                                    length("cleanUp"))
                            .orWord("none")),
            new FieldGroup(
                    "arrival",
                    PlaceField.of("rules.arrival.grace", FieldKind.LENGTH, "never"),
                    length("rules.arrival.warning"),
                    length("rules.arrival.longest"),
                    PlaceField.of("rules.arrival.mostPeople", FieldKind.NUMBER),
                    length("rules.arrival.walkUp"),
                    PlaceField.of("rules.arrival.noShows.person", FieldKind.NUMBER),
                    PlaceField.of("rules.arrival.noShows.organisation", FieldKind.NUMBER),
                    length("rules.arrival.noShows.within")),
            new FieldGroup(
                    "mail",
                    PlaceField.choice("mail.mode", MailRules.Mode.class),
                    PlaceField.choice("mail.outsiders", MailRules.Outsiders.class),
                    PlaceField.of("mail.domains", FieldKind.WORDS),
                    PlaceField.of("mail.mostMissed", FieldKind.NUMBER),
                    PlaceField.of("mail.mostMissedPercent", FieldKind.NUMBER),
                    PlaceField.choice("mail.beyondHorizon", MailRules.Beyond.class)));

    private static final FieldGroup ROOM = new FieldGroup(
            "room",
            PlaceField.of("name", FieldKind.TEXT),
            PlaceField.choice(KIND, RoomKind.class),
            PlaceField.of(SEATS, FieldKind.NUMBER),
            PlaceField.of("equipment", FieldKind.WORDS),
            PlaceField.of("stepFree", FieldKind.FLAG),
            PlaceField.of("rules.hours", FieldKind.HOURS));

    private static final FieldGroup VIDEO = new FieldGroup(
            "endpoint",
            PlaceField.of("joinMethods", FieldKind.SEVERAL, Endpoint.METHODS.toArray(String[]::new)),
            PlaceField.of("endpoint.sip", FieldKind.TEXT),
            PlaceField.of("endpoint.h323", FieldKind.TEXT),
            PlaceField.of("endpoint.phone", FieldKind.TEXT),
            PlaceField.of("endpoint.callRate", FieldKind.NUMBER),
            PlaceField.of(
                    "endpoint.codec.type",
                    FieldKind.CHOICE,
                    Codec.Type.CISCO.name().toLowerCase(Locale.ROOT)),
            PlaceField.of("endpoint.codec.url", FieldKind.TEXT),
            PlaceField.of("endpoint.codec.credential", FieldKind.TEXT),
            PlaceField.of("endpoint.codec.fingerprint", FieldKind.TEXT),
            PlaceField.of("endpoint.codec.showsTitles", FieldKind.FLAG));

    private static final FieldGroup SITE = new FieldGroup(
            "site",
            PlaceField.of("name", FieldKind.TEXT),
            PlaceField.of(OPERATOR, FieldKind.CHOICE),
            PlaceField.of("zone", FieldKind.TEXT),
            PlaceField.of("address", FieldKind.TEXT),
            PlaceField.of("position.latitude", FieldKind.TEXT),
            PlaceField.of("position.longitude", FieldKind.TEXT),
            PlaceField.of("stepFree", FieldKind.FLAG),
            PlaceField.of("rules.hours", FieldKind.HOURS));

    private static final List<FieldGroup> OF_SITES = List.of(
            new FieldGroup(
                    "closures",
                    PlaceField.of("calendars", FieldKind.WORDS),
                    PlaceField.table(
                            "closures",
                            PlaceField.of("from", FieldKind.DATE),
                            PlaceField.of("to", FieldKind.DATE),
                            PlaceField.of("reason", FieldKind.TEXT))),
            new FieldGroup(
                    "halves",
                    PlaceField.of("halfDays.morning", FieldKind.TEXT),
                    PlaceField.of("halfDays.afternoon", FieldKind.TEXT),
                    PlaceField.of("halfDays.day", FieldKind.TEXT)));

    private static final List<FieldGroup> SERVICES = List.of(
            new FieldGroup(
                    "services",
                    PlaceField.table(
                            "services",
                            PlaceField.of(PlaceField.ID, FieldKind.TEXT),
                            PlaceField.of("name", FieldKind.TEXT),
                            PlaceField.choice(KIND, ServiceKind.class),
                            length("notice"),
                            PlaceField.of("perDay", FieldKind.NUMBER),
                            PlaceField.of("atOnce", FieldKind.NUMBER),
                            PlaceField.of("rooms", FieldKind.WORDS),
                            PlaceField.of("orders", FieldKind.TEXT))),
            new FieldGroup(
                    "lines",
                    PlaceField.of("video.lines", FieldKind.NUMBER),
                    PlaceField.of("video.uplink", FieldKind.NUMBER),
                    PlaceField.table(
                            "video.changes",
                            PlaceField.of("from", FieldKind.DATE),
                            PlaceField.of("to", FieldKind.DATE),
                            PlaceField.of("lines", FieldKind.NUMBER),
                            PlaceField.of("uplink", FieldKind.NUMBER))));

    private static final FieldGroup NETWORK = new FieldGroup(
            "network",
            PlaceField.of("mailDomain", FieldKind.TEXT),
            PlaceField.of("rules.hours", FieldKind.HOURS),
            PlaceField.of("confidentialEvents", FieldKind.FLAG));

    private static final List<String> CAPPED = List.of("person", "manager", "organisation");

    private PlaceFields() {}

    /** Fields that are shown together. */
    record FieldGroup(String name, List<PlaceField> fields) {

        FieldGroup(String name, PlaceField... fields) {
            this(name, List.of(fields));
        }
    }

    private static PlaceField length(String key) {
        return PlaceField.of(key, FieldKind.LENGTH);
    }

    /** @param rooms those of its site that it can be made of */
    static List<FieldGroup> ofRoom(Person person, List<String> rooms) {
        List<FieldGroup> groups = new ArrayList<>();
        groups.add(ROOM);
        groups.addAll(RULES);
        groups.add(VIDEO);
        groups.add(new FieldGroup("parts", PlaceField.of("parts", FieldKind.SEVERAL, rooms.toArray(String[]::new))));
        return writableBy(person, groups);
    }

    /** @param operators the ids of those that can run it */
    static List<FieldGroup> ofSite(Person person, Collection<String> operators) {
        List<FieldGroup> groups = new ArrayList<>();
        PlaceField operator = PlaceField.of(OPERATOR, FieldKind.CHOICE, operators.toArray(String[]::new));
        groups.add(new FieldGroup(
                SITE.name(),
                SITE.fields().stream()
                        .map(field -> field.key().equals(OPERATOR) ? operator : field)
                        .toList()));
        groups.addAll(OF_SITES);
        groups.addAll(RULES);
        groups.addAll(SERVICES);
        return writableBy(person, groups);
    }

    /** @param bridges the ids of those that the file has */
    static List<FieldGroup> ofNetwork(Collection<String> bridges) {
        List<FieldGroup> groups = new ArrayList<>();
        groups.add(NETWORK);
        groups.addAll(RULES);
        CAPPED.forEach(whose -> groups.add(new FieldGroup("caps-" + whose, caps("caps." + whose + "."))));
        List<PlaceField> ofOne = new ArrayList<>(List.of(PlaceField.of(PlaceField.ID, FieldKind.TEXT)));
        ofOne.addAll(caps(""));
        groups.add(new FieldGroup(
                "caps-organisations", PlaceField.table("caps.organisations", ofOne.toArray(PlaceField[]::new))));
        List<PlaceField> ofBridges = new ArrayList<>();
        ofBridges.add(PlaceField.table(
                "bridges",
                PlaceField.of(PlaceField.ID, FieldKind.TEXT),
                PlaceField.of("provider", FieldKind.TEXT),
                PlaceField.of("site", FieldKind.TEXT),
                PlaceField.of("ports", FieldKind.NUMBER),
                PlaceField.of("block", FieldKind.NUMBER)));
        bridges.forEach(bridge -> ofBridges.add(PlaceField.table(
                "bridges." + bridge + ".changes",
                PlaceField.of("from", FieldKind.DATE),
                PlaceField.of("to", FieldKind.DATE),
                PlaceField.of("ports", FieldKind.NUMBER))));
        groups.add(new FieldGroup("bridges", ofBridges));
        return groups;
    }

    private static List<PlaceField> caps(String before) {
        return Stream.of("holds", "openBookings", "claimsAhead", "bookingsAnHour")
                .map(key -> PlaceField.of(before + key, FieldKind.NUMBER))
                .toList();
    }

    private static List<FieldGroup> writableBy(Person person, List<FieldGroup> groups) {
        return groups.stream()
                .map(group -> new FieldGroup(
                        group.name(),
                        group.fields().stream()
                                .filter(field -> PlaceRights.isTheirs(person, field.path()))
                                .toList()))
                .filter(group -> !group.fields().isEmpty())
                .toList();
    }
}
