package org.passerelle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.SEINE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.Deliveries;
import org.passerelle.invitation.Mailroom;
import org.passerelle.invitation.store.MongoDeliveriesWiring;
import org.passerelle.mail.smtp.PostWiring;
import org.passerelle.platform.EmbeddedMongoStore;

/**
 * The program ends at every moment between "booked" and "mailed", over real SMTP: before and after each word with the
 * database and with the mail server. After the next start everybody has their mail, and whoever has it twice has the very
 * same one, which happens only if the end came between the server's word and our note.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTests {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private EmbeddedMongoStore store;
    private BookingDesk desk;
    private Deliveries deliveries;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        server.start();
    }

    @AfterAll
    void close() {
        server.stop();
        store.close();
    }

    @BeforeEach
    void begin() {
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        deliveries = MongoDeliveriesWiring.over(store.template());
    }

    /** Stands for the end of the program. */
    private static final class TheEnd extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Goes off at the moment of that number, before or after a call of anything it is tied to. */
    private static final class Bomb {

        private final int moment;
        private int passed;
        private String last = "";

        Bomb(int moment) {
            this.moment = moment;
        }

        <T> T tiedTo(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        pass("before " + method.getName());
                        try {
                            Object result = method.invoke(target, arguments);
                            pass("after " + method.getName());
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private void pass(String where) {
            if (passed++ == moment) {
                last = where;
                throw new TheEnd();
            }
        }
    }

    private List<String> ids(String recipient) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().contains(recipient)) {
                ids.add(message.getMessageID());
            }
        }
        return ids;
    }

    private void restart() {
        new Mailroom(desk, deliveries, PostWiring.smtp(server.getSmtp().getPort())).outbox.lookAtAll();
    }

    private boolean endsAt(Bomb bomb, Booking booking) {
        Mailroom room = new Mailroom(
                desk,
                bomb.tiedTo(Deliveries.class, deliveries),
                bomb.tiedTo(Postbox.class, PostWiring.smtp(server.getSmtp().getPort())));
        try {
            room.outbox.lookAt(booking.id().root());
            return false;
        } catch (TheEnd end) {
            return true;
        }
    }

    @Test
    void losesNoMailAndRepeatsNoneButTheVeryLast() throws Exception {
        Set<String> endings = new HashSet<>();
        boolean hasEnded = true;
        for (int moment = -1; hasEnded; moment++) {
            store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
            server.purgeEmailFromAllMailboxes();
            Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting("kim@example.org", "sam@example.org"));
            Bomb bomb = new Bomb(moment);

            // The first round stands for an end right after the booking was written.
            hasEnded = moment < 0 || endsAt(bomb, booking);
            restart();
            endings.add(bomb.last);

            assertExactlyOnce("kim@example.org", bomb.last);
            assertExactlyOnce("sam@example.org", bomb.last);
            restart();
            assertThat(deliveries.owing()).isEmpty();
        }

        assertThat(endings)
                .contains(
                        "before send",
                        "after send",
                        "before noteSent",
                        "after noteSent",
                        "before settle",
                        "after settle");
    }

    private void assertExactlyOnce(String recipient, String end) throws MessagingException {
        List<String> ids = ids(recipient);
        assertThat(new HashSet<>(ids)).as("%s, %s", recipient, end).hasSize(1);
        boolean mayRepeat = end.equals("after send") || end.equals("before noteSent");
        assertThat(ids).as("%s, %s", recipient, end).hasSizeLessThanOrEqualTo(mayRepeat ? 2 : 1);
    }

    @Test
    void looksAgainAfterALookThatFailedAndOtherwiseNot() throws Exception {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        server.purgeEmailFromAllMailboxes();
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting("kim@example.org"));
        Bomb bomb = new Bomb(0);
        Mailroom room = new Mailroom(
                desk,
                bomb.tiedTo(Deliveries.class, deliveries),
                PostWiring.smtp(server.getSmtp().getPort()));

        room.outbox.lookForMissed();
        assertThat(ids("kim@example.org")).isEmpty();
        assertThatThrownBy(() -> room.outbox.lookAt(booking.id().root())).isInstanceOf(TheEnd.class);
        room.outbox.lookForMissed();

        assertThat(ids("kim@example.org")).hasSize(1);
    }

    @Test
    void tellsAfterTheNextStartWhatChangedWhileNobodyListened() throws Exception {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        server.purgeEmailFromAllMailboxes();
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting("kim@example.org"));
        restart();

        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        desk.change(booking, CAMILLE, at("2026-04-02T11:00"));
        restart();
        restart();

        assertThat(ids("kim@example.org")).hasSize(2).doesNotHaveDuplicates();
    }
}
