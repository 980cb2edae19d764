package org.passerelle.booking.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;

/**
 * What somebody wrote to order rooms, as it was sent: nothing of it has been read. What was left out is null, and stays as it is
 * where a booking stands.
 *
 * @param rooms ids; what is countable, named twice, means two units of it
 * @param onConflict the name of an {@link org.passerelle.booking.model.OnConflict}
 * @param override names of rules that are to be set aside, each an {@link org.passerelle.booking.override.OverridableRule}
 */
public record OrderText(
        SubjectText subject,
        ScheduleText schedule,
        @Nullable List<@Nullable String> rooms,
        @Nullable String onConflict,
        @Nullable Boolean reacquire,
        @Nullable List<@Nullable String> override) {

    /** An order that keeps to all rules. */
    public OrderText(
            SubjectText subject,
            ScheduleText schedule,
            @Nullable List<@Nullable String> rooms,
            @Nullable String onConflict,
            @Nullable Boolean reacquire) {
        this(subject, schedule, rooms, onConflict, reacquire, null);
    }

    /** An order that says neither what to do where a room is taken nor whether to win it back. */
    public OrderText(SubjectText subject, ScheduleText schedule, List<@Nullable String> rooms) {
        this(subject, schedule, rooms, null, null);
    }

    /** The rooms that are named, as far as those are names of rooms; {@code standing} if nothing is said of rooms. */
    public List<RoomId> namedRooms(List<RoomId> standing) {
        return rooms == null
                ? standing
                : rooms.stream()
                        .flatMap(Stream::ofNullable)
                        .filter(Slug::isSlug)
                        .map(RoomId::new)
                        .toList();
    }

    /** The conference that is wished; empty where none is, or the standing one is to be taken away. */
    public Optional<ConferenceText> wishedConference() {
        return Optional.ofNullable(subject.conference()).filter(wish -> !"".equals(wish.provider()));
    }

    /** The same order with these rules set aside. */
    public OrderText overriding(@Nullable List<@Nullable String> rules) {
        return new OrderText(subject, schedule, rooms, onConflict, reacquire, rules);
    }

    /** The same order with these people invited. */
    public OrderText inviting(List<@Nullable InviteeText> invited) {
        return new OrderText(subject.inviting(invited), schedule, rooms, onConflict, reacquire, override);
    }

    /** The same order with another wish for a conference. */
    public OrderText linkedBy(@Nullable ConferenceText wish) {
        return new OrderText(subject.linkedBy(wish), schedule, rooms, onConflict, reacquire, override);
    }
}
