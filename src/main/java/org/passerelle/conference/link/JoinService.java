package org.passerelle.conference.link;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.ConferenceParticipant;
import org.passerelle.conference.ConferenceParticipant.ParticipantRole;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.Providers;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.Languages;
import org.passerelle.platform.work.Fence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets people in: at the press, and not before, the provider's own link is made, for this person and for the time of the meeting. */
@Component
public class JoinService {

    private static final Logger LOG = LoggerFactory.getLogger(JoinService.class);

    private final JoinLinkResolver door;
    private final Providers providers;
    private final ReadingBookings bookings;
    private final Accounts accounts;
    private final Directories directories;
    private final Proofs proofs;
    private final Attendance attendance;

    JoinService(
            JoinLinkResolver door,
            Providers providers,
            ReadingBookings bookings,
            Accounts accounts,
            Directories directories,
            Proofs proofs,
            Attendance attendance) {
        this.door = door;
        this.providers = providers;
        this.bookings = bookings;
        this.accounts = accounts;
        this.directories = directories;
        this.proofs = proofs;
        this.attendance = attendance;
    }

    /**
     * The ways in, of which there is at least one.
     *
     * @param address where a browser goes; with the provider's secrets in it, so it is not to be kept
     * @param dialIns what is dialled instead
     */
    public record WaysIn(Optional<URI> address, List<DialIn> dialIns) {

        public WaysIn {
            dialIns = List.copyOf(dialIns);
        }

        @Override
        public String toString() {
            return "WaysIn[" + address.map(URI::getHost).orElse("") + ", " + dialIns + "]";
        }
    }

    /**
     * The ways in for whoever has {@code token}; empty unless people are let in now.
     *
     * @param saidName what they call themselves, used where the link does not name them
     * @throws ProviderFailed if the provider is not there
     */
    public Optional<WaysIn> enter(String token, String saidName, Locale language) {
        JoinStatus joinStatus = door.look(token);
        if (!joinStatus.isOpen()) {
            return Optional.empty();
        }
        VideoMeeting meeting = joinStatus.meeting().orElseThrow();
        Joining holder = joinStatus.who().orElseThrow();
        ConferenceParticipant who = participant(meeting, holder, saidName, language);
        VideoMeeting shown = mayTellTitle(meeting, holder) ? meeting : meeting.untitled();
        Provider provider = provider(meeting);
        WaysIn ways = new WaysIn(
                provider.entrance(new Provider.ProviderEntry(shown, who, Languages.nearest(language))),
                provider.dialIns(meeting));
        noteArrival(meeting);
        return Optional.of(ways);
    }

    /** Whoever enters first has come to the meeting. That this cannot be noted keeps nobody out. */
    private void noteArrival(VideoMeeting meeting) {
        VideoMeeting.Id id = meeting.id();
        Fence.around(() -> {
                    boolean isFirst = bookings.find(id.booking())
                            .flatMap(booking -> booking.occurrence(id.recurrenceId()))
                            .filter(date -> date.state() == OccurrenceState.PLANNED)
                            .isPresent();
                    if (isFirst) {
                        attendance.checkInUnnamed(id.booking(), id.recurrenceId());
                    }
                })
                .ifPresent(failure ->
                        LOG.warn("That somebody has come to booking {} could not be noted", id.booking(), failure));
    }

    /** A link that names nobody is passed on. */
    private boolean mayTellTitle(VideoMeeting meeting, Joining holder) {
        return holder.kind() == Joining.JoiningKind.PERSON
                || bookings.find(meeting.id().booking())
                        .filter(BookingAccess::mayTellGuests)
                        .isPresent();
    }

    private Provider provider(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .filter(Provider::isReady)
                .orElseThrow(() -> new ProviderFailed(meeting.provider(), "is not set up"));
    }

    /** What they are called and may do, by whom the link was made for. */
    ConferenceParticipant participant(VideoMeeting meeting, Joining who, String saidName, Locale language) {
        return switch (who.kind()) {
            case ROOM ->
                new ConferenceParticipant("room:" + who.name(), roomName(new RoomId(who.name())), ParticipantRole.ROOM);
            case EVERYBODY ->
                new ConferenceParticipant(
                        "guest:" + proofs.of(Proofs.SHORT, "guest", saidName),
                        GuestName.of(saidName, language),
                        ParticipantRole.GUEST);
            case PERSON -> person(meeting, new EmailAddress(who.name()));
        };
    }

    private ConferenceParticipant person(VideoMeeting meeting, EmailAddress address) {
        Optional<Person> account = accounts.person(address);
        PersonId id = accounts.idOf(address);
        Optional<Booking> booking = bookings.find(meeting.id().booking());
        boolean isHost =
                booking.filter(each -> each.owner().organiser().equals(id)).isPresent();
        ParticipantRole part =
                isHost ? ParticipantRole.HOST : account.isPresent() ? ParticipantRole.MEMBER : ParticipantRole.GUEST;
        String name = account.map(Person::name)
                .or(() -> booking.flatMap(each -> invitedName(each, address)))
                .filter(each -> !each.isBlank())
                .orElseGet(() -> address.value().replaceAll("@.*", ""));
        return new ConferenceParticipant("user:" + proofs.of(Proofs.SHORT, "user", address.value()), name, part);
    }

    private static Optional<String> invitedName(Booking booking, EmailAddress address) {
        return booking.content().attendees().stream()
                .filter(attendee -> attendee.email().equals(address))
                .map(Attendee::name)
                .findFirst();
    }

    private String roomName(RoomId id) {
        Directory directory = directories.current();
        return directory
                .room(id)
                .map(room -> directory.siteOf(room).name() + " – " + room.name())
                .orElse(id.value());
    }
}
