package org.passerelle.roomagent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.passerelle.account.Accounts;
import org.passerelle.availability.Alternatives;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.People;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.allocation.PlacingWiring;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.Directories;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.NetworkLanguage;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.invitation.offers.OfferWiring;
import org.passerelle.mail.optout.OptOutWiring;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.PublicUrl;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.reply.AnswerTexts;
import org.passerelle.roomagent.reply.DateDecisions;
import org.passerelle.roomagent.reply.ReplyComposer;
import org.passerelle.roomagent.reply.ReplyMails;
import org.passerelle.roomagent.store.RoomInvitationDocument;
import org.passerelle.roomagent.store.RoomInvitationStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The agent of the rooms of {@link Rooms}, over a store and with bookings that are the real ones. */
public final class AgentDesk implements AutoCloseable {

    public final EmbeddedMongoStore store;
    BookingDesk desk;
    Directories directories = Rooms::directory;
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public AgentDesk(Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
    }

    /** Forgets all bookings and everything the agent knows. */
    public void begin() {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        store.database().getCollection(RoomInvitationDocument.COLLECTION).deleteMany(new Document());
        desk = new BookingDesk(
                MongoBookingsWiring.over(store.template()), PlacingWiring.NOTHING_TOLD, () -> directories.current());
        context.close();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> desk.clock);
        context.registerBean(MongoTemplate.class, store::template);
        context.registerBean(Accounts.class, People::accounts);
        context.registerBean(Directories.class, () -> directories);
        context.registerBean(FreeTimes.class, () -> new DeskFreeTimes(desk));
        context.registerBean(BookingRooms.class, () -> desk.booking);
        context.registerBean(HoldingRooms.class, () -> desk.holding);
        context.registerBean(ChangingBookings.class, () -> desk.changing);
        context.registerBean(ChangingOneDate.class, () -> desk.changingOne);
        context.registerBean(CancellingBookings.class, () -> desk.cancelling);
        context.registerBean(ApprovingBookings.class, () -> desk.approving);
        context.registerBean(ReadingBookings.class, () -> desk.reading);
        context.registerBean(
                PasserelleProperties.class,
                () -> new PasserelleProperties(
                        Path.of("data"),
                        URI.create("https://salles.example"),
                        null,
                        Duration.ZERO,
                        new PasserelleProperties.Demo("x", List.of())));
        context.registerBean(QuotaGuide.class, () -> desk.quotaGuide);
        context.registerBean(ConferenceEntry.class, () -> proposal -> List.of());
        context.registerBean(NetworkLanguage.class, () -> new NetworkLanguage(Locale.FRENCH));
        OfferWiring.register(context);
        context.registerBean(OptOuts.class, () -> OptOutWiring.inMemory(People.accounts(), desk.clock));
        context.register(
                PublicUrl.class,
                Alternatives.class,
                ReasonTexts.class,
                AvailabilityTexts.class,
                ActingSender.class,
                BookingChanger.class,
                RoomBooker.class,
                LaterInstancesChanger.class,
                DecisionExecutor.class,
                AnswerTexts.class,
                DateDecisions.class,
                ReplyComposer.class,
                ReplyMails.class,
                ChangeNotices.class,
                RoomInvitationStore.class,
                RoomAgent.class);
        context.refresh();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RoomAgent agent() {
        return bean(RoomAgent.class);
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }
}
