package org.passerelle.directory.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.Operator;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;

/**
 * Reads a whole directory from YAML: the operators, the sites with their rooms, and the rules of booking, which may be
 * given for the network, a site and a room. Finds all the faults of a file, not just the first.
 */
public final class DirectoryFile {

    /** The most rooms of one network. */
    public static final int MOST_ROOMS = 10_000;

    private static final String CONFIDENTIAL_EVENTS = "confidentialEvents";

    private final Faults faults = new Faults();
    private final ClosureCalendars calendars;
    private final boolean wasAccepted;
    private final List<Operator> operators = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private Map<RoomId, FilePosition> places = Map.of();

    private DirectoryFile(ClosureCalendars calendars, boolean wasAccepted) {
        this.calendars = calendars;
        this.wasAccepted = wasAccepted;
    }

    /** What a text turns out to be. */
    public sealed interface Reading permits Readable, Faulty {}

    /** A directory without faults, and where in the file each of its rooms stands. */
    public record Readable(Network network, Map<RoomId, FilePosition> places) implements Reading {

        public Readable {
            places = Map.copyOf(places);
        }

        /** A fault of one room, of the file as a whole if the room is not in it. */
        public FileFault fault(RoomId room, String code, Object... details) {
            var fault = Fault.of(code, details).concerning(new FaultSubject("room", room.value()));
            var place = places.get(room);
            return place == null ? FileFault.ofTheWholeFile(fault) : place.fault(fault);
        }
    }

    /** A text with at least one fault, listed from the top of the file. */
    public record Faulty(List<FileFault> faults) implements Reading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** @param calendars where the calendars are that sites name */
    public static Reading read(String text, ClosureCalendars calendars) {
        return new DirectoryFile(calendars, false).read(text);
    }

    /**
     * Reads a text that was accepted before. It is not held against it that half-days lie outside of opening hours, which was
     * not looked at once: a start must not fail for that.
     */
    public static Reading readAgain(String text, ClosureCalendars calendars) {
        return new DirectoryFile(calendars, true).read(text);
    }

    private Reading read(String text) {
        var network = YamlText.read(text, faults)
                .map(root -> network(new FileFields(root, root, FaultSubject.THE_FILE, faults)))
                .orElse(Network.EMPTY);
        return faults.isEmpty() ? new Readable(network, places) : new Faulty(faults.inOrder());
    }

    private Network network(FileFields root) {
        root.allowing(
                "mailDomain",
                RulesReader.KEY,
                MailRulesReader.KEY,
                CapsReader.KEY,
                CONFIDENTIAL_EVENTS,
                "operators",
                VideoReader.BRIDGES,
                "sites");
        var mailDomain = root.required("mailDomain", Conversions::domain, "invalid");
        var rules = RulesReader.read(root, BookingRules.DEFAULT, QuotaScope.NETWORK);
        var mail = MailRulesReader.read(root, MailRules.DEFAULT);
        var operatorIds = readOperators(root);
        var siteReader = new SiteReader(operatorIds, calendars);
        var roomReader = new RoomReader(mailDomain);
        var videoReader = new VideoReader();
        var servicesReader = new ServicesReader();
        root.eachOf("sites", "site", (id, fields) -> {
            var site = siteReader.read(id, fields);
            sites.add(site);
            videoReader.readSite(fields, site);
            servicesReader.readSite(fields, site);
            var defaults = new RoomReader.SiteDefaults(
                    RulesReader.read(fields, rules, new QuotaScope(ScopeKind.SITE, id)),
                    MailRulesReader.read(fields, mail),
                    fields.optional("stepFree", Conversions::yesOrNo, false));
            fields.eachOf("rooms", "room", (roomId, room) -> roomReader.read(roomId, room, site.id(), defaults));
            if (!wasAccepted) {
                HalfDayHours.check(fields, site.halfDays(), roomReader.hoursAt(site.id()));
            }
        });
        var rooms = List.copyOf(roomReader.rooms().values());
        places = roomReader.places();
        if (rooms.size() > MOST_ROOMS) {
            root.fault("sites", "too-many-rooms", MOST_ROOMS);
        }
        videoReader.readBridges(
                root, id -> sites.stream().anyMatch(site -> site.id().equals(id)));
        return new Network(
                operators,
                sites,
                rooms,
                videoReader.resources(places::containsKey),
                servicesReader.services(id -> rooms.stream()
                        .filter(room -> room.id().equals(id))
                        .map(RoomPlan::site)
                        .findFirst()),
                CapsReader.read(root),
                root.optional(CONFIDENTIAL_EVENTS, Conversions::yesOrNo, false));
    }

    private Set<String> readOperators(FileFields root) {
        var ids = new HashSet<String>();
        root.eachValueOf("operators", "operator", Conversions::text, (id, name) -> {
            ids.add(id);
            operators.add(new Operator(new OperatorId(id), name));
        });
        return ids;
    }
}
