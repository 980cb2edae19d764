package org.passerelle.booking.entitlement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.QuotaUsage;
import org.passerelle.booking.entitlement.RoomEntitlement.GrantLine;
import org.passerelle.booking.override.OverrideRights;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.PermissionReason;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.PermissionConditions;
import org.springframework.stereotype.Component;

/** Works out what somebody may do with a room: the permissions that speak of them, the rules of time, and what is left of quotas. */
@Component
public class RoomEntitlements {

    /** So many closed days are told, the next first. */
    private static final int MOST_CLOSED = 5;

    private final QuotaUsage usage;
    private final Directories directories;
    private final Clock clock;

    RoomEntitlements(QuotaUsage usage, Directories directories, Clock clock) {
        this.usage = usage;
        this.directories = directories;
        this.clock = clock;
    }

    public RoomEntitlement of(Person person, Room room) {
        Directory directory = directories.current();
        BookingRights rights = BookingRights.of(person);
        List<GrantLine> lines = lines(room, rights);
        BookingGrant may = lines.stream()
                .map(GrantLine::may)
                .min(Comparator.naturalOrder())
                .orElse(BookingGrant.NOTHING);
        return new RoomEntitlement(
                room,
                may,
                lines,
                rules(room, directory),
                usage.hours(person, room, directory),
                usage.bookings(person, room),
                may != BookingGrant.NOTHING && rights.mayRequestMore(room),
                new OverrideRights(person, directory).mayOverride(List.of(room.id())));
    }

    private static List<GrantLine> lines(Room room, BookingRights rights) {
        List<GrantLine> lines = new ArrayList<>();
        for (BookingPermission line : rights.lines(room)) {
            lines.add(line(line.may(), room, line.conditions()));
            if (line.conditions().isNone()) {
                return lines;
            }
        }
        lines.add(line(rights.plainly(room), room, PermissionConditions.NONE));
        return lines;
    }

    private static GrantLine line(BookingGrant may, Room room, PermissionConditions conditions) {
        Optional<Reason> reason = switch (may) {
            case BOOK -> Optional.empty();
            case REQUEST -> Optional.of(PermissionReason.of(ReasonCode.NEEDS_APPROVAL, room, conditions));
            case NOTHING -> Optional.of(PermissionReason.of(ReasonCode.NOT_ALLOWED, room, conditions));
        };
        return new GrantLine(may, PermissionReason.told(conditions), reason);
    }

    private List<Reason> rules(Room room, Directory directory) {
        Site site = directory.siteOf(room);
        return BookingPolicy.rules(
                room, site, clock.instant().atZone(site.zone()).toLocalDate(), MOST_CLOSED);
    }
}
