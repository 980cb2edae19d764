package org.passerelle.invitation.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.titled;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.People;
import org.passerelle.booking.model.Attendee;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.offers.Offer.AskedTime;
import org.passerelle.invitation.offers.Offer.OfferedSlot;
import org.passerelle.time.Interval;

/** An offer is what was saved last under the hash of its link. */
@FactsOf(OfferStore.class)
public abstract class OffersContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final EmailAddress ZOE = new EmailAddress("zoé@bücher.example");

    private OfferStore offers;

    @BeforeEach
    void begin() {
        offers = new OfferStore(mongo());
    }

    private static Offer offer(String id, Instant until) {
        Interval hour = Interval.of(NINE, Duration.ofHours(1));
        return new Offer(
                id,
                People.CAMILLE.id(),
                new Attendee(ZOE, "Zoé 👩‍💻"),
                new AskedTime(titled("Comité"), hour, ZoneId.of("Europe/Paris")),
                List.of(
                        new OfferedSlot(List.of(new RoomId("visio"), new RoomId("almont")), hour),
                        new OfferedSlot(List.of(new RoomId("almont")), hour)),
                until);
    }

    @Test
    void findsAnOfferAsItWasSavedLastWithItsChoicesInOrder() {
        offers.save(offer("a", NINE));
        Offer changed = offer("a", NINE).with(List.of());
        assertThat(offers.find("a")).contains(offer("a", NINE));

        offers.save(changed);

        assertThat(offers.find("a")).contains(changed);
        assertThat(offers.find("b")).isEmpty();
    }

    @Test
    void forgetsThoseThatEndedMoreThanThirtyDaysAgo() {
        Instant now = NINE.plus(Duration.ofDays(30));
        offers.save(offer("old", NINE.minusMillis(1)));
        offers.save(offer("kept", NINE));

        offers.tidy(now);

        assertThat(offers.find("old")).isEmpty();
        assertThat(offers.find("kept")).isPresent();
    }

    @Test
    void readsAnOfferOfAnEarlierVersionAsOneToAnOutsider() {
        offers.save(offer("a", NINE));
        documents(OfferDocument.COLLECTION)
                .updateOne(new Document("_id", "a"), new Document("$unset", new Document("person", "")));

        assertThat(offers.find("a")).map(Offer::person).contains(new OutsiderId(ZOE));
    }
}
