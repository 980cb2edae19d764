package org.passerelle.booking.allocation;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.caps.CapHolder;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.model.Owner;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;

/** Whose bookings of a room a quota counts together, by the name under which numbers are given out. */
final class QuotaHolders {

    private QuotaHolders() {}

    /** One, or none: of an organisation where {@code owner} has none. */
    static Stream<String> of(QuotaHolder per, Room room, Owner owner) {
        return switch (per) {
            case ROOM -> Stream.of("room:" + room.id());
            case SITE -> Stream.of("site:" + room.site());
            case PERSON -> of(CapHolder.HolderKind.PERSON, owner);
            case ORGANISATION -> of(CapHolder.HolderKind.ORGANISATION, owner);
        };
    }

    private static Stream<String> of(CapHolder.HolderKind kind, Owner owner) {
        return CapLimit.of(owner, Optional.empty(), BookingCaps.NONE).stream()
                .map(CapLimit::holder)
                .filter(holder -> holder.kind() == kind)
                .map(CapHolder::claimant);
    }

    /** Whether {@code other} is counted together with {@code room} by a quota {@code per} it. */
    static boolean areTogether(QuotaHolder per, Room room, Room other) {
        return switch (per) {
            case ROOM -> other.id().equals(room.id());
            case SITE -> other.site().equals(room.site());
            case PERSON, ORGANISATION -> true;
        };
    }
}
