package org.passerelle.invitation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.PartStat;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.Deliveries;
import org.passerelle.invitation.pending.AttendeeReply;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.LastSent;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.platform.StoreAccess;
import org.passerelle.time.Interval;

/** What is noted of mails and answers lies beside the booking, changes nothing of it, and is lost by nobody's other note. */
@FactsOf(MongoDeliveries.class)
public abstract class DeliveriesContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final EmailAddress ZOE = new EmailAddress("zoé.d@bücher.example");
    private static final EmailAddress KIM = new EmailAddress("kim$a.b@example.org");

    private final BookingId booking = BookingId.random();
    private Deliveries deliveries;

    @BeforeEach
    void begin() {
        deliveries = anotherNode();
    }

    private Deliveries anotherNode() {
        return new MongoDeliveries(mongo(), StoreAccess.SHARED);
    }

    private void book(BookingId... parts) {
        documents("bookings")
                .insertOne(new Document("_id", booking.root())
                        .append("version", 3L)
                        .append(
                                "bookings",
                                List.of(parts).stream()
                                        .map(part -> new Document("id", part.value())
                                                .append("attendees", List.of(new Document("email", ZOE.value()))))
                                        .toList()));
    }

    private static Snapshot snapshot(String text) {
        Interval hour = Interval.of(NINE, Duration.ofHours(1));
        return new Snapshot("meeting", text, List.of(new OccurrenceSnapshot(NINE, hour, List.of(new RoomId("seine")))));
    }

    private static LastSent sent(String edition) {
        return new LastSent(true, edition, 2, 1, Map.of(NINE.minusSeconds(1), 2), NINE, NINE.plusMillis(1));
    }

    private static AttendeeReply reply(PartStat standing) {
        return new AttendeeReply(
                standing, "meeting", 2, NINE, NINE.plusMillis(1), AttendeeReply.ReplyChannel.MAIL, "À bientôt 👋");
    }

    private static DeliveryProblem problem() {
        return new DeliveryProblem("key", DeliveryProblem.Stage.TRYING, 2, NINE, NINE.plusSeconds(60), "451 später");
    }

    private Delivery stored() {
        return anotherNode().of(List.of(booking)).getOrDefault(booking, Delivery.NONE);
    }

    private Invitee stored(EmailAddress whom) {
        return stored().of(whom);
    }

    @Test
    void readsWhatWasNotedOfEachPersonAndDate() {
        book(booking);
        ProposedTime proposal = new ProposedTime(
                Optional.of(NINE), Interval.of(NINE.plusSeconds(60), MINUTE), 2, NINE, "Plus tard ?", false);

        deliveries.noteSent(booking, ZOE, sent("e"), snapshot("text"));
        deliveries.noteAnswer(booking, ZOE, Optional.empty(), reply(PartStat.ACCEPTED));
        deliveries.noteAnswer(booking, ZOE, Optional.of(NINE), reply(PartStat.DECLINED));
        deliveries.noteProposal(booking, KIM, Optional.of(proposal));
        deliveries.noteAsked(booking, KIM, NINE);

        assertThat(stored(ZOE))
                .isEqualTo(new Invitee(
                        ZOE,
                        Optional.of(sent("e")),
                        Optional.empty(),
                        Optional.of(reply(PartStat.ACCEPTED)),
                        Map.of(NINE, reply(PartStat.DECLINED)),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(stored(KIM).proposal()).contains(proposal);
        assertThat(stored(KIM).asked()).contains(NINE);
        assertThat(stored().editions()).isEqualTo(Map.of("e", snapshot("text")));
    }

    @Test
    void endsTroubleAndAWishOnceTheMailIsSent() {
        book(booking);
        deliveries.noteTrouble(booking, Map.of(ZOE, problem(), KIM, problem()));
        deliveries.noteAsked(booking, ZOE, NINE);
        assertThat(stored(ZOE).trouble()).contains(problem());

        deliveries.noteSent(booking, ZOE, sent("e"), snapshot("text"));

        assertThat(stored(ZOE).trouble()).isEmpty();
        assertThat(stored(ZOE).asked()).isEmpty();
        assertThat(stored(KIM).trouble()).contains(problem());
    }

    @Test
    void losesNoNoteOfEightThatAreMadeAtOnce() {
        book(booking);

        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    EmailAddress whom = new EmailAddress("p" + i + "@example.org");
                    anotherNode().noteSent(booking, whom, sent("e" + i), snapshot("text" + i));
                    anotherNode().noteAnswer(booking, whom, Optional.empty(), reply(PartStat.TENTATIVE));
                    return true;
                })
                .toList());

        assertThat(stored().people()).hasSize(8);
        assertThat(stored().people().values()).allMatch(each -> each.sent().isPresent());
        assertThat(stored().editions()).hasSize(8);
    }

    @Test
    void isOwingUntilItIsSettledAtItsVersion() {
        book(booking);
        documents("bookings")
                .insertOne(new Document("_id", "nobody")
                        .append("version", 1L)
                        .append("bookings", List.of(new Document("id", "nobody"))));
        assertThat(deliveries.owing()).containsExactly(booking.root());

        deliveries.settle(booking.root(), 2);
        assertThat(deliveries.owing()).containsExactly(booking.root());
        deliveries.settle(booking.root(), 3);
        assertThat(deliveries.owing()).isEmpty();

        deliveries.noteAsked(booking, ZOE, NINE);
        assertThat(deliveries.owing()).containsExactly(booking.root());
        assertThat(documents("bookings")
                        .find(new Document("_id", booking.root()))
                        .first())
                .containsEntry("version", 3L);
    }

    @Test
    void forgetsEditionsThatNobodyKnowsOnceItIsSettled() {
        book(booking);
        deliveries.noteSent(booking, ZOE, sent("old"), snapshot("old"));
        deliveries.noteSent(booking, ZOE, sent("new"), snapshot("new"));
        assertThat(stored().editions()).containsOnlyKeys("old", "new");

        deliveries.settle(booking.root(), 3);

        assertThat(stored().editions()).containsOnlyKeys("new");
    }

    @Test
    void isClaimedByOneOfEightNodesUntilTheClaimEnds() {
        book(booking);

        List<Boolean> claims = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> anotherNode().claim(booking.root(), NINE, MINUTE))
                .toList());

        assertThat(claims).containsOnlyOnce(true);
        assertThat(deliveries.claim(booking.root(), NINE.plus(MINUTE), MINUTE)).isFalse();
        assertThat(deliveries.claim(booking.root(), NINE.plus(MINUTE).plusMillis(1), MINUTE))
                .isTrue();
        assertThat(deliveries.claim(booking.root(), NINE, MINUTE))
                .as("one's own")
                .isTrue();
    }

    @Test
    void isReleasedByWhoeverHoldsItAndNobodyElse() {
        book(booking);
        Deliveries other = anotherNode();
        deliveries.claim(booking.root(), NINE, MINUTE);

        other.release(booking.root());
        assertThat(other.claim(booking.root(), NINE, MINUTE)).isFalse();
        deliveries.release(booking.root());

        assertThat(other.claim(booking.root(), NINE, MINUTE)).isTrue();
    }

    /** As when a node took longer than its claim lasts. */
    @Test
    void leavesTheClaimOfAnotherAloneWhenItSettles() {
        book(booking);
        Deliveries other = anotherNode();
        deliveries.claim(booking.root(), NINE, MINUTE);
        other.claim(booking.root(), NINE.plus(MINUTE).plusMillis(1), MINUTE);

        deliveries.settle(booking.root(), 3);

        assertThat(anotherNode().claim(booking.root(), NINE.plus(MINUTE).plusMillis(2), MINUTE))
                .isFalse();
        other.settle(booking.root(), 3);
        assertThat(anotherNode().claim(booking.root(), NINE.plus(MINUTE).plusMillis(2), MINUTE))
                .isTrue();
    }

    @Test
    void claimsNothingThatIsGoneAndNotesNothingOfIt() {
        deliveries.noteSent(booking, ZOE, sent("e"), snapshot("text"));
        deliveries.settle(booking.root(), 3);

        assertThat(deliveries.claim(booking.root(), NINE, MINUTE)).isFalse();
        assertThat(deliveries.read(booking.root())).isEmpty();
        assertThat(documents("bookings").countDocuments()).isZero();
    }

    @Test
    void needsNoClaimWhereNoOtherNodeIs() {
        book(booking);
        Deliveries alone = new MongoDeliveries(mongo(), StoreAccess.EXCLUSIVE);

        assertThat(alone.claim(booking.root(), NINE, MINUTE)).isTrue();
        assertThat(alone.claim(booking.root(), NINE, MINUTE)).isTrue();
    }

    @Test
    void keepsThePartsOfASeriesApart() {
        BookingId later = booking.withPart(1);
        book(booking, later);
        deliveries.noteSent(later, ZOE, sent("e"), snapshot("text"));

        assertThat(deliveries.of(List.of(booking, later, BookingId.random())))
                .containsOnlyKeys(booking, later)
                .containsEntry(booking, Delivery.NONE);
        assertThat(deliveries.of(List.of(later)))
                .hasEntrySatisfying(
                        later, delivery -> assertThat(delivery.of(ZOE).sent()).contains(sent("e")));
        assertThat(deliveries.of(List.of())).isEmpty();
    }
}
