package org.passerelle.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preference;
import org.passerelle.account.PreferencesInMemory;
import org.passerelle.arrival.CheckInWiring;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.approval.DecisionLinksWiring;
import org.passerelle.booking.approval.RequestGrounds;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.calendar.write.CalendarWiring;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.invitation.OutgoingProperties;
import org.passerelle.invitation.ReadersWiring;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.mail.Mails;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.quota.MailQuota;
import org.passerelle.mail.quota.QuotaWiring;
import org.passerelle.mail.smtp.SpooledMail;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.mongo.NotificationStoresWiring;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.notification.text.NotificationWriter;
import org.passerelle.outsider.OutsiderWiring;
import org.passerelle.platform.PublicUrls;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;
import org.springframework.data.mongodb.core.MongoTemplate;

/** All that tells people of changes, put together by hand over one database; it tells before whatever changes a booking returns. */
final class NotificationDesk {

    private final MongoTemplate mongo;
    private final ChangeLogWiring.Wired log;
    final BookingDesk desk;
    final Mails mails = new Mails();
    final AccountsInMemory accounts = People.accounts();
    final PreferencesInMemory preferences = new PreferencesInMemory();
    final Set<BookingId> byMail = new HashSet<>();
    final Set<BookingId> offered = new HashSet<>();
    final OwedNotifications owed;
    final ChosenMails chosen;

    @Nullable
    NotificationOutbox outbox;

    /** Where nothing is told until it {@link #begin begins}. */
    NotificationDesk(MongoTemplate mongo) {
        this.mongo = mongo;
        DeskClock clock = new DeskClock();
        log = ChangeLogWiring.over(mongo, StoreAccess.EXCLUSIVE, clock);
        desk = new BookingDesk(MongoBookingsWiring.over(mongo, log.tails()));
        clock.desk = desk;
        owed = NotificationStoresWiring.owed(mongo);
        chosen = NotificationStoresWiring.chosen(mongo);
    }

    static NotificationDesk begun(MongoTemplate mongo) {
        NotificationDesk begun = new NotificationDesk(mongo);
        begun.begin();
        return begun;
    }

    /** The time of the desk, which there is not yet when the log is made. */
    private static final class DeskClock extends Clock {

        private @Nullable BookingDesk desk;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return desk == null ? Instant.EPOCH : desk.clock.instant();
        }
    }

    /** A program over the database; one that was begun before goes on beside it. */
    NotificationOutbox begin() {
        return begin(QuotaWiring.generous(desk.clock), StoreAccess.EXCLUSIVE);
    }

    NotificationOutbox begin(MailQuota quota, StoreAccess access) {
        RecentBookings recent = new RecentBookings(desk.reading, access);
        ChangeLogReader reader = new ChangeLogReader(
                log.log(),
                NotificationStoresWiring.position(mongo),
                owed,
                new NotificationPlanner(managers(), log.log(), () -> true),
                new SpentConfirmations(quota, accounts),
                recent,
                access,
                desk.clock);
        NotificationDrafts drafts = new NotificationDrafts(
                recent,
                chosen,
                byMail::contains,
                (person, booking) -> offered.contains(booking),
                accounts,
                Rooms::directory,
                desk.clock);
        NotificationComposer composer = new NotificationComposer(
                new NotificationWriter(new ReasonTexts(Rooms::directory), Rooms::directory),
                CalendarWiring.bookings(Rooms::directory, accounts),
                ReadersWiring.addresses(),
                ReadersWiring.readers(desk, accounts, preferences),
                accounts,
                Rooms::directory,
                CheckInWiring.links(desk.reading),
                DecisionLinksWiring.links(desk.reading, accounts),
                DecisionLinksWiring.replies(desk.reading),
                new RequestGrounds(accounts, Rooms::directory),
                new NoRescues(),
                OutsiderWiring.links(),
                PublicUrls.at("https://rooms.example"),
                desk.clock);
        NotificationSending sending = new NotificationSending(
                owed,
                drafts,
                composer,
                quota,
                mails,
                new OutgoingProperties(Duration.ofMinutes(5), Duration.ofHours(2)),
                desk.clock);
        NotificationOutbox begun =
                new NotificationOutbox(reader, owed, sending, access, desk.clock, new BookingDesk.AtOnce());
        outbox = begun;
        return begun;
    }

    static SiteManagers managers() {
        return new SiteManagers(() -> List.of(People.MANAGER, People.ADMINISTRATOR, People.CAMILLE), Rooms::directory);
    }

    /** Where no room ever fails. */
    private static final class NoRescues implements RescueOffers {

        @Override
        public URI link(BookingId booking, Instant recurrenceId, PersonId person) {
            return URI.create("https://rooms.example/rescue/x");
        }

        @Override
        public Optional<OccurrenceSnapshot> instead(Person person, Booking booking, OccurrenceSnapshot failed) {
            return Optional.empty();
        }
    }

    /** Looks again after {@code pause}. */
    void after(Duration pause) {
        desk.clock.advance(pause);
        Objects.requireNonNull(outbox).lookIfDue();
    }

    void speaks(Person person, Locale language) {
        preferences.put(person.id(), new Preference(Optional.of(language), Optional.empty()));
    }

    /** What {@code work} answers, come in by {@code door}. */
    static <T> T by(Door door, Supplier<T> work) {
        try (CorrelationId.Scope ignored = CorrelationId.fresh(door).open()) {
            return work.get();
        }
    }

    /** Who got which mail since the last call, for instance {@code kim@example.org Booked: Board (...)}. */
    List<String> told() {
        List<String> told = mailed().stream()
                .map(mail ->
                        mail.to().replaceAll(".*<|>", "") + " " + mail.subject().replaceAll(" \\(.*", ""))
                .toList();
        mails.taken.clear();
        return told;
    }

    List<SpooledMail> mailed() {
        List<SpooledMail> mailed = new ArrayList<>();
        for (OutgoingMail mail : mails.taken) {
            mailed.add(new SpooledMail("mail", Instant.EPOCH, mail.bytes()));
        }
        return mailed;
    }

    String text(int mail) {
        return mailed().get(mail).text("text/plain").orElseThrow();
    }
}
