package org.passerelle.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.PersonId;
import org.passerelle.booking.People;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.waitlist.WaitlistEntry.EntryStanding;
import org.passerelle.waitlist.WaitlistEntry.HoldOffer;

/** A place in the queue is changed only by whoever knows how it stands. */
@FactsOf(WaitlistEntries.class)
public abstract class WaitlistEntriesContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private static final int MOST = 5;

    private WaitlistEntries entries;

    @BeforeEach
    void begin() {
        entries = new WaitlistEntries(mongo());
    }

    private static WaitlistEntry entry(String id, PersonId person, Instant created) {
        return new WaitlistEntry(id, person, anOrder(SEINE), created, Optional.empty(), EntryStanding.fresh(created));
    }

    private static WaitlistEntry entry(String id, Instant created) {
        return entry(id, People.CAMILLE.id(), created);
    }

    private boolean add(WaitlistEntry entry) {
        return entries.add(entry, MOST, entry.created());
    }

    private static WaitlistEntry offered(WaitlistEntry entry, String booking) {
        HoldOffer offer = new HoldOffer(new BookingId(booking), NINE.plus(Duration.ofMinutes(10)));
        return entry.offered(offer, NINE.plusSeconds(1));
    }

    @Test
    void findsAnEntryAsItWasAdded() {
        WaitlistEntry entry = entry("a", PersonId.read("zoé@bücher.example"), NINE);

        assertThat(add(entry)).isTrue();
        assertThat(add(entry("a", NINE.plusSeconds(1)))).isFalse();

        assertThat(entries.find("a")).contains(entry);
        assertThat(entries.find("b")).isEmpty();
    }

    @Test
    void givesSoManyPlacesToWhoeverAsksForEightAtOnce() {
        List<Boolean> added = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> add(entry("hers" + i, NINE)))
                .toList());

        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(MOST);
        assertThat(entries.of(People.CAMILLE.id())).hasSize(MOST);
        assertThat(add(entry("his", People.LOUIS.id(), NINE))).isTrue();
    }

    @Test
    void givesThePlaceOfWhatIsOverToAnother() {
        IntStream.range(0, MOST).forEach(i -> add(entry("hers" + i, NINE)));
        assertThat(add(entry("another", NINE))).isFalse();

        entries.replace(entry("hers0", NINE).in(WaitlistState.LEFT, NINE));

        assertThat(add(entry("another", NINE))).isTrue();
    }

    @Test
    void isChangedByOneOfEightWhoKnowHowItStands() {
        WaitlistEntry waiting = entry("a", NINE);
        add(waiting);

        List<Optional<WaitlistEntry>> changed = Together.all(IntStream.range(0, 8)
                .<Callable<Optional<WaitlistEntry>>>mapToObj(i -> () ->
                        entries.replace(offered(waiting, BookingId.random().value())))
                .toList());

        List<WaitlistEntry> winners = changed.stream().flatMap(Optional::stream).toList();
        assertThat(winners).hasSize(1);
        assertThat(entries.find("a")).contains(winners.get(0));
        assertThat(winners.get(0).standing().version()).isEqualTo(2);
    }

    @Test
    void changesNothingThatIsGone() {
        assertThat(entries.replace(entry("a", NINE))).isEmpty();

        assertThat(entries.find("a")).isEmpty();
    }

    @Test
    void takesAnOfferBackWithoutATrace() {
        WaitlistEntry waiting = entry("a", NINE);
        add(waiting);
        WaitlistEntry offered =
                entries.replace(offered(waiting, BookingId.random().value())).orElseThrow();

        EntryStanding again = new EntryStanding(WaitlistState.WAITING, Optional.empty(), 0, NINE, 2);
        entries.replace(new WaitlistEntry("a", offered.person(), offered.order(), NINE, Optional.empty(), again));

        assertThat(entries.find("a")).contains(waiting.atVersion(3));
    }

    @Test
    void listsThoseWhoWaitOrHaveAnOfferTheOldestFirst() {
        add(entry("c", NINE));
        add(entry("b", NINE.plusMillis(1)));
        add(entry("a", NINE));
        add(entry("gone", NINE));
        entries.replace(entry("gone", NINE).in(WaitlistState.LEFT, NINE));
        entries.replace(
                offered(entry("b", NINE.plusMillis(1)), BookingId.random().value()));

        assertThat(entries.open()).extracting(WaitlistEntry::id).containsExactly("a", "c", "b");
    }

    @Test
    void listsWhatSomebodyWaitedForAndNobodyElse() {
        add(entry("hers", NINE));
        entries.replace(entry("hers", NINE).in(WaitlistState.TAKEN, NINE));
        add(entry("his", People.LOUIS.id(), NINE));

        assertThat(entries.of(People.CAMILLE.id()))
                .extracting(WaitlistEntry::id)
                .containsExactly("hers");
    }

    @Test
    void forgetsWhatHasBeenOverForLongAndNothingThatWaits() {
        add(entry("waits", NINE));
        add(entry("over", NINE));
        entries.replace(entry("over", NINE).in(WaitlistState.EXPIRED, NINE.plusSeconds(5)));

        entries.forget(NINE.plusSeconds(5));
        assertThat(entries.find("over")).isPresent();
        entries.forget(NINE.plusSeconds(6));

        assertThat(entries.find("over")).isEmpty();
        assertThat(entries.find("waits")).isPresent();
    }

    @Test
    void readsAnEntryWithoutWhatIsOptional() {
        add(entry("a", NINE));
        for (String field :
                List.of("place", "course.until", "course.booking", "course.heldUntil", "order.content.conference")) {
            documents(WaitlistDocument.COLLECTION)
                    .updateMany(new Document(), new Document("$unset", new Document(field, "")));
        }

        assertThat(entries.find("a")).contains(entry("a", NINE));
    }
}
