package org.passerelle.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.Person;
import org.passerelle.account.PreferencesInMemory;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.People;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.ReadersWiring;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.Mails;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.mail.quota.QuotaWiring;
import org.passerelle.notification.mongo.NotificationStoresWiring;
import org.passerelle.platform.PublicUrls;

/** Whatever stands is told once to whom it concerns, and again only if it comes about again. */
class NoticeSendingTests extends OnEmbeddedStore {

    private final AccountsInMemory accounts = People.accounts();
    private Mails mails;
    private Standing standing;
    private BookingDesk desk;
    private NoticeSending sending;

    /** What a test says that stands. */
    private static final class Standing implements NoticeSource {

        private final List<PersonalNotice> notices = new ArrayList<>();
        private boolean hasNothingToSay;

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<PersonalNotice> standing(Instant now) {
            return List.copyOf(notices);
        }

        @Override
        public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
            if (notice.subject().equals("broken")) {
                throw new IllegalStateException("Nobody foresaw this");
            }
            return hasNothingToSay
                    ? Optional.empty()
                    : Optional.of(new NoticeText(
                            notice.subject(),
                            "Heading",
                            List.of("Lead"),
                            List.of(),
                            new ReplyLinks(
                                    "Question?",
                                    List.of(new MessageLink("Press", URI.create("https://rooms.example/x"))))));
        }
    }

    /** Cannot even say what stands; all others are told beside it. */
    private static final class Broken implements NoticeSource {

        @Override
        public String kind() {
            return "broken";
        }

        @Override
        public List<PersonalNotice> standing(Instant now) {
            throw new IllegalStateException("Nobody foresaw this");
        }

        @Override
        public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
            return Optional.empty();
        }
    }

    @BeforeEach
    void begin() {
        template().getCollection("notices").deleteMany(new Document());
        mails = new Mails();
        standing = new Standing();
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
        sending = program();
    }

    private NoticeSending program() {
        return new NoticeSending(
                List.of(new Broken(), standing),
                NotificationStoresWiring.notices(template()),
                new NoticeMails(
                        ReadersWiring.readers(desk, accounts, new PreferencesInMemory()),
                        ReadersWiring.addresses(),
                        PublicUrls.at("https://rooms.example")),
                accounts,
                QuotaWiring.generous(desk.clock),
                mails,
                desk.clock);
    }

    private static PersonalNotice notice(Person to, String subject, String occasion) {
        return new PersonalNotice(to.id(), subject, occasion);
    }

    private List<String> told() {
        List<String> told = mails.taken.stream().map(OutgoingMail::recipient).toList();
        mails.taken.clear();
        return told;
    }

    private void later(Duration pause) {
        desk.clock.advance(pause);
        sending.sendDue();
    }

    @Test
    void whatStandsIsToldOnceAlsoByAProgramThatBeginsAnew() {
        standing.notices.add(notice(CAMILLE, "one", "1"));

        sending.sendDue();
        sending.sendDue();
        program().sendDue();

        assertThat(told()).containsExactly("camille@atelier-brie.example");
    }

    @Test
    void whatComesAboutAgainIsToldAgain() {
        standing.notices.add(notice(CAMILLE, "one", "1"));
        sending.sendDue();
        standing.notices.clear();
        sending.sendDue();
        standing.notices.add(notice(CAMILLE, "one", "2"));

        sending.sendDue();

        assertThat(told()).hasSize(2);
    }

    @Test
    void aMailThatIsNotTakenComesLaterUnderTheSameMessageId() {
        standing.notices.add(notice(CAMILLE, "one", "1"));
        mails.answers.add(new Receipt(HandoverOutcome.LATER, "busy"));
        sending.sendDue();
        later(Duration.ofSeconds(30));
        assertThat(mails.tries).isEqualTo(1);

        later(Duration.ofMinutes(1));

        assertThat(told()).hasSize(1);
        later(Duration.ofDays(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void oneThatCannotBeMadeHoldsUpNoOther() {
        standing.notices.add(notice(CAMILLE, "broken", "1"));
        standing.notices.add(notice(NADIA, "one", "1"));

        sending.sendDue();

        assertThat(told()).containsExactly("nadia@grandgroupe.example");
    }

    @Test
    void whatDoesNotStandAnyMoreIsNotTold() {
        standing.notices.add(notice(CAMILLE, "one", "1"));
        standing.hasNothingToSay = true;

        sending.sendDue();

        assertThat(told()).isEmpty();
    }

    @Test
    void ofTwoProgramsAtOnceOneTells() {
        standing.notices.add(notice(CAMILLE, "one", "1"));
        NoticeSending other = program();
        mails.onFirst = other::sendDue;

        sending.sendDue();

        assertThat(told()).hasSize(1);
    }
}
