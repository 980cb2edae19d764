package org.passerelle.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.PreferencesInMemory;
import org.passerelle.account.Role;
import org.passerelle.availability.query.AvailabilityWiring;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.calendar.write.CalendarWiring;
import org.passerelle.calendar.write.JoinLinks;
import org.passerelle.invitation.text.MessageWiring;
import org.passerelle.mail.MailTokens;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.optout.OptOutWiring;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.mail.quota.MailQuota;
import org.passerelle.mail.quota.QuotaWiring;
import org.passerelle.mail.smtp.OptOutPostbox;
import org.passerelle.platform.PublicUrls;
import org.passerelle.platform.StoreAccess;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** All that sends invitations, put together by hand over any store and postbox; it sends before whatever changes a booking returns. */
public final class Mailroom {

    public static final MailTokens TOKENS = new MailTokens(() -> "not a secret".getBytes(StandardCharsets.US_ASCII));

    private final Deliveries deliveries;
    final List<Object> events = new ArrayList<>();
    final AccountsInMemory accounts = People.accounts();
    final PreferencesInMemory preferences = new PreferencesInMemory();
    final AgentAddresses addresses =
            new AgentAddresses(TOKENS, new InvitationProperties("rooms.example", Locale.ENGLISH), Rooms::directory);
    final OptOuts optOuts;
    final HeldBack heldBack = new HeldBack();
    public final Outbox outbox;
    final Answers answers;
    final Invitations invitations;

    /** Documents with mail that waits, in memory. */
    static final class HeldBack implements HeldBackMail {

        private final Map<String, Instant> waiting = new HashMap<>();

        @Override
        public void note(String root, Instant until) {
            waiting.put(root, until);
        }

        @Override
        public void end(String root) {
            waiting.remove(root);
        }

        @Override
        public List<String> roots(int most) {
            return List.copyOf(waiting.keySet());
        }
    }

    /** Tells each change at once. */
    static final OutgoingProperties AT_ONCE = new OutgoingProperties(Duration.ZERO, Duration.ZERO);

    /** The id of an account of that address, which is made for it. */
    PersonId account(String email) {
        Person person = new Person(
                AccountsInMemory.id(email), new EmailAddress(email), "", Role.GUEST, Optional.empty(), Set.of());
        accounts.put(person);
        return person.id();
    }

    public Mailroom(BookingDesk desk, Deliveries deliveries, Postbox postbox) {
        this(desk, deliveries, postbox, AT_ONCE);
    }

    public Mailroom(BookingDesk desk, Deliveries deliveries, Postbox postbox, OutgoingProperties settings) {
        this(desk, deliveries, postbox, settings, QuotaWiring.generous(desk.clock));
    }

    public Mailroom(
            BookingDesk desk, Deliveries deliveries, Postbox postbox, OutgoingProperties settings, MailQuota quota) {
        this.deliveries = deliveries;
        optOuts = OptOutWiring.inMemory(accounts, desk.clock);
        Chairs chairs = new Chairs(accounts);
        Readers readers = new Readers(
                preferences,
                accounts,
                AvailabilityWiring.usualSites(desk),
                Rooms::directory,
                new InvitationProperties("rooms.example", Locale.ENGLISH),
                optOuts);
        Composing composing = new Composing(
                CalendarWiring.invitations(Rooms::directory),
                MessageWiring.messages(Rooms::directory),
                addresses,
                TOKENS,
                chairs,
                PublicUrls.at("https://rooms.example"),
                readers,
                new StaticListableBeanFactory().getBeanProvider(JoinLinks.class),
                desk.clock);
        Sending sending = new Sending(
                desk.reading,
                deliveries,
                new MailHandover(composing, quota, new OptOutPostbox(postbox, optOuts)),
                Rooms::directory,
                settings,
                desk.clock);
        outbox = new Outbox(
                deliveries,
                sending,
                heldBack,
                events::add,
                StoreAccess.EXCLUSIVE,
                desk.clock,
                new BookingDesk.AtOnce());
        answers = new Answers(desk.reading, deliveries, addresses, events::add, desk.clock);
        invitations = new Invitations(
                desk.reading,
                deliveries,
                answers,
                TOKENS,
                chairs,
                MessageWiring.messages(Rooms::directory),
                readers,
                optOuts,
                desk.clock);
    }

    CounterProposals proposals(BookingDesk desk) {
        return new CounterProposals(
                desk.reading, desk.changing, desk.changingOne, deliveries, Rooms::directory, outbox);
    }

    /** From now on every change of a booking is told. */
    Mailroom listening(Occupancy occupancy) {
        occupancy.follow(outbox);
        return this;
    }
}
