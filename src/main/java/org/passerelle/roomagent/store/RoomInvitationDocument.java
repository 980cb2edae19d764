package org.passerelle.roomagent.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.roomagent.event.EventParties;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.LastReply;
import org.passerelle.roomagent.event.RoomInvitation.OrganiserNotice;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.RoomInvitation.WrittenAnswer;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a room knows of an event, as stored. */
@Document(RoomInvitationDocument.COLLECTION)
public record RoomInvitationDocument(
        @Id String id,
        String room,
        String uid,
        People people,
        List<StoredPart> parts,
        StoredLast last,
        List<StoredNotice> notices,
        Instant touched) {

    public static final String COLLECTION = "room_dealings";

    record People(
            String organiser,
            boolean organiserWrote,
            String inviter,
            List<String> sentBy,
            String sender,
            String invitedAs) {}

    /**
     * @param booking null for none
     * @param following null where it stands for itself alone
     * @param declined null where nothing was declined with it, and where that was not noted yet
     */
    record StoredPart(
            String key,
            int sequence,
            Instant stamp,
            String times,
            String state,
            @Nullable String booking,
            String written,
            @Nullable Instant following,
            @Nullable List<String> declined) {}

    record StoredNotice(String mail, String to, String subject, String text) {}

    record StoredLast(String mail, int repeats, List<String> calendars) {}

    static RoomInvitationDocument of(String id, RoomInvitation invitation, Instant now) {
        return new RoomInvitationDocument(
                id,
                invitation.room().value(),
                invitation.uid(),
                people(invitation),
                invitation.parts().entrySet().stream()
                        .map(each -> stored(each.getKey(), each.getValue()))
                        .toList(),
                new StoredLast(
                        invitation.last().mail(),
                        invitation.last().repeats(),
                        invitation.last().calendars()),
                invitation.notices().stream()
                        .map(notice -> new StoredNotice(notice.mail(), notice.to(), notice.subject(), notice.text()))
                        .toList(),
                now);
    }

    private static People people(RoomInvitation invitation) {
        EventParties parties = invitation.parties();
        return new People(
                parties.organiser(),
                parties.organiserWrote(),
                parties.inviter(),
                parties.sentBy().stream().sorted().toList(),
                parties.sender(),
                invitation.invitedAs());
    }

    private static StoredPart stored(String key, InstanceState part) {
        return new StoredPart(
                key,
                part.sequence(),
                part.stamp(),
                part.times(),
                part.state().name(),
                part.booking().map(BookingId::value).orElse(null),
                part.written().calendar(),
                part.following().orElse(null),
                part.written().declined());
    }

    RoomInvitation toInvitation() {
        Map<String, InstanceState> known = new LinkedHashMap<>();
        for (StoredPart part : parts) {
            known.put(
                    part.key(),
                    new InstanceState(
                            part.sequence(),
                            part.stamp(),
                            part.times(),
                            State.valueOf(part.state()),
                            Optional.ofNullable(part.booking()).map(BookingId::new),
                            new WrittenAnswer(
                                    part.written(),
                                    Optional.ofNullable(part.declined()).orElse(List.of())),
                            Optional.ofNullable(part.following())));
        }
        return new RoomInvitation(
                new RoomId(room),
                uid,
                new EventParties(
                        people.organiser(),
                        people.organiserWrote(),
                        people.inviter(),
                        Set.copyOf(people.sentBy()),
                        people.sender()),
                people.invitedAs(),
                known,
                new LastReply(last.mail(), last.repeats(), last.calendars()),
                notices.stream()
                        .map(told -> new OrganiserNotice(told.mail(), told.to(), told.subject(), told.text()))
                        .toList());
    }
}
