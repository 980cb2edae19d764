package org.passerelle.roomagent.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.roomagent.event.RoomInvitation;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What rooms know of the events they were invited to: one document an event and room, under a key of both. */
@Repository
public class RoomInvitationStore {

    /** So long an older message that comes late finds that its event was cancelled. */
    static final Duration KEPT = Duration.ofDays(400);

    private final MongoTemplate mongo;
    private final Clock clock;

    /** By document of bookings, which event it was booked for; known from the start, so that nobody has to search. */
    private final Map<String, String> byBooking = new ConcurrentHashMap<>();

    RoomInvitationStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public Optional<RoomInvitation> find(RoomId room, String uid) {
        return find(id(room, uid));
    }

    public Optional<RoomInvitation> find(String id) {
        return Optional.ofNullable(mongo.findById(id, RoomInvitationDocument.class))
                .map(RoomInvitationDocument::toInvitation);
    }

    public void save(RoomInvitation invitation) {
        String id = id(invitation.room(), invitation.uid());
        mongo.save(RoomInvitationDocument.of(id, invitation, clock.instant()));
        link(invitation);
    }

    /** Writes over what was stored, but does not bring back what was erased since {@code invitation} was read. */
    public void update(RoomInvitation invitation) {
        String id = id(invitation.room(), invitation.uid());
        mongo.replace(
                Query.query(Criteria.where("_id").is(id)), RoomInvitationDocument.of(id, invitation, clock.instant()));
        link(invitation);
    }

    private void link(RoomInvitation invitation) {
        String id = id(invitation.room(), invitation.uid());
        invitation.parts().values().stream()
                .flatMap(part -> part.booking().stream())
                .forEach(booking -> byBooking.put(booking.root(), id));
    }

    /** Names the event that {@code booking} was made for, if it came by mail. */
    public Optional<String> of(BookingId booking) {
        return Optional.ofNullable(byBooking.get(booking.root()));
    }

    /** Learns of all that is stored, after forgetting what is old; returns the names of all. */
    public List<String> open() {
        forgetTheOld();
        List<RoomInvitation> all = mongo.findAll(RoomInvitationDocument.class).stream()
                .map(RoomInvitationDocument::toInvitation)
                .toList();
        all.forEach(this::link);
        return all.stream().map(each -> id(each.room(), each.uid())).toList();
    }

    /** Forgets what nobody has written about for long. */
    private void forgetTheOld() {
        mongo.remove(
                Query.query(Criteria.where("touched").lt(clock.instant().minus(KEPT))), RoomInvitationDocument.class);
    }

    public static String id(RoomId room, String uid) {
        return Digests.base64Url(room.value() + "\n" + uid);
    }
}
