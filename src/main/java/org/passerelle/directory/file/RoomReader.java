package org.passerelle.directory.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;
import org.passerelle.time.WeeklyHours;

/** Reads the rooms of every site, and at the end checks how they hang together. */
final class RoomReader {

    private static final int MOST_SEATS = 10_000;
    private static final int MOST_UNITS = 1_000;
    private static final int MOST_WORDS = 50;
    private static final int MOST_PARTS = 20;

    private final String mailDomain;
    private final Map<RoomId, RoomPlan> rooms = new LinkedHashMap<>();
    private final Map<RoomId, FileFields> fields = new HashMap<>();
    private final Map<SiteId, List<WeeklyHours>> hours = new HashMap<>();

    RoomReader(String mailDomain) {
        this.mailDomain = mailDomain;
    }

    /** What holds for the rooms of a site unless they say otherwise. */
    record SiteDefaults(BookingRules rules, MailRules mail, boolean stepFree) {}

    /** Reads one room of a site, whose own rules and steps hold unless the room says otherwise. */
    void read(String id, FileFields room, SiteId site, SiteDefaults defaults) {
        var roomId = new RoomId(id);
        if (rooms.containsKey(roomId)) {
            room.fault(room.anchor(), "room-id-taken", rooms.get(roomId).site());
            return;
        }
        room.allowing(
                "name",
                "kind",
                "capacity",
                "units",
                "equipment",
                EndpointReader.METHODS,
                EndpointReader.KEY,
                "stepFree",
                "parts",
                RulesReader.KEY,
                MailRulesReader.KEY);
        var kind = room.required("kind", Conversions.oneOf(RoomKind.class), RoomKind.MEETING);
        var profile = new RoomProfile(
                room.required("name", Conversions::text, id),
                capacity(room, kind),
                room.list("equipment", Conversions::slug, MOST_WORDS),
                id + "@" + mailDomain,
                EndpointReader.read(room),
                room.optional("stepFree", Conversions::yesOrNo, defaults.stepFree()),
                MailRulesReader.read(room, defaults.mail()));
        var parts = room.list("parts", RoomReader::part, MOST_PARTS);
        var rules = RulesReader.read(room, defaults.rules(), new QuotaScope(ScopeKind.ROOM, id));
        rooms.put(roomId, new RoomPlan(roomId, site, kind, profile, rules, parts));
        hours.computeIfAbsent(site, any -> new ArrayList<>()).add(rules.openingHours());
        fields.put(roomId, room);
    }

    private static int capacity(FileFields room, RoomKind kind) {
        boolean countable = kind.isCountable();
        var wrong = countable ? "capacity" : "units";
        if (room.has(wrong)) {
            room.fault(wrong, countable ? "units-not-capacity" : "capacity-not-units", kind);
        }
        return countable
                ? room.required("units", Conversions.wholeNumber(1, MOST_UNITS), 1)
                : room.required("capacity", Conversions.wholeNumber(1, MOST_SEATS), 1);
    }

    private static RoomId part(String key, String text) {
        return new RoomId(Conversions.slug(key, text));
    }

    /** When the rooms of a site are open that were read so far. */
    List<WeeklyHours> hoursAt(SiteId site) {
        return hours.getOrDefault(site, List.of());
    }

    /** Every room read, after the parts of the combined ones have been checked. */
    Map<RoomId, RoomPlan> rooms() {
        rooms.values().forEach(this::checkParts);
        return rooms;
    }

    /** Where each room stands in the file. */
    Map<RoomId, FilePosition> places() {
        var places = new HashMap<RoomId, FilePosition>();
        fields.forEach(
                (id, room) -> places.put(id, FilePosition.of(room.anchor().getStartMark())));
        return places;
    }

    private void checkParts(RoomPlan room) {
        var own = fields.get(room.id());
        if (own == null || !own.has("parts")) {
            return;
        }
        if (room.kind().isCountable()) {
            own.fault("parts", "no-parts", room.kind());
        }
        if (room.parts().size() < 2) {
            own.fault("parts", "too-few-parts");
        }
        for (RoomId id : room.parts()) {
            var part = rooms.get(id);
            if (part == null) {
                own.fault("parts", "unknown-part", id);
            } else if (part.id().equals(room.id())) {
                own.fault("parts", "part-of-itself");
            } else if (!part.parts().isEmpty()) {
                own.fault("parts", "part-is-combined", id);
            } else if (!part.site().equals(room.site())) {
                own.fault("parts", "part-elsewhere", id, part.site());
            } else if (part.kind().isCountable()) {
                own.fault("parts", "part-of-kind", id, part.kind());
            }
        }
    }
}
