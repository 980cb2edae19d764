package org.passerelle.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.ProgramClasses;

/** Who may read and write what is decided in one place, and no door goes round it. */
public class BookingAccessRuleTests {

    private final JavaClasses classes = ProgramClasses.all();

    /** Doors, that is what people and programs outside read from. */
    private static final Set<String> DOORS = Set.of("api", "web", "calendar", "device", "conference");

    private static final Set<String> SECRETS = Set.of("title", "notes", "attendees", "headcount");

    @Test
    void onlyTheRuleJudgesByVisibility() {
        Set<String> readers = callersOf(Content.class, Set.of("visibility"));

        assertThat(readers)
                .as("who may read a booking is BookingAccess's to say; these copy, store or write the value")
                .containsExactlyInAnyOrder(
                        "booking.model.BookingAccess",
                        "arrival.noshow.CountNoShows",
                        "booking.changelog.LoggedChanges",
                        "booking.store.mongo.BookingDocument",
                        "api.booking.BookingView",
                        "caldav.put.ContentOfEvent",
                        "booking.order.ContentReader",
                        "calendar.write.EventWriter",
                        "backup.transfer.BookingLine",
                        "calendar.write.InvitationWriter",
                        "invitation.offers.OfferDocument",
                        "api.booking.WaitView$WantedView",
                        "invitation.offers.Offer",
                        "waitlist.StoredOrder$ContentText");
    }

    @Test
    void noDoorTellsWhatABookingIsAboutWithoutAskingTheRule() {
        Set<String> tellers = callersOf(Content.class, SECRETS).stream()
                .filter(name -> DOORS.contains(name.replaceAll("\\..*", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asking = callersOf(BookingAccess.class, Set.of());

        tellers.removeAll(asking);

        assertThat(tellers)
                .as("these read a request, tell people their own, are told by their caller whether to tell, or"
                        + " look for somebody")
                .containsExactlyInAnyOrder(
                        "api.absence.AbsenceView",
                        "api.booking.InvitedView",
                        "api.booking.WaitView$WantedView",
                        "calendar.write.EventPeople",
                        "calendar.write.EventWriter",
                        "calendar.write.EventWriter$WrittenDate",
                        "calendar.feed.cache.FeedCache",
                        "calendar.write.InvitationWriter",
                        "conference.Conferences",
                        "conference.link.LinkHolders",
                        "conference.VideoMeetings",
                        "conference.jitsi.Reservations",
                        "web.absence.AwayLines",
                        "web.book.ChangeDesk",
                        "web.bookings.InvitedLines",
                        "web.bookings.WaitingLines",
                        "web.outsider.GuestForm",
                        "web.people.KnownPeople",
                        "web.today.MyDay",
                        "web.today.Waiting");
    }

    /** The classes with a call to one of {@code methods} of {@code type}, to any of them if none is named. */
    private Set<String> callersOf(Class<?> type, Set<String> methods) {
        return classes.get(type).getCodeUnits().stream()
                .filter(unit -> methods.isEmpty() || methods.contains(unit.getName()))
                .map(JavaCodeUnit::getAccessesToSelf)
                .flatMap(Set::stream)
                .map(access -> access.getOriginOwner())
                .map(BookingAccessRuleTests::name)
                .collect(Collectors.toSet());
    }

    private static String name(JavaClass origin) {
        return origin.getName().replace("org.passerelle.", "");
    }
}
