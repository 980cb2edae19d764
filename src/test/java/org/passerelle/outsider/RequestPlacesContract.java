package org.passerelle.outsider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** No more requests of one address wait at once than there are places, whoever confirms when. */
@FactsOf(RequestPlaces.class)
public abstract class RequestPlacesContract extends StoreContract {

    private final MutableClock clock = new MutableClock();
    private final Set<BookingId> waiting = new HashSet<>();
    private final Set<BookingId> decided = new HashSet<>();
    private RequestPlaces places;

    @BeforeEach
    void begin() {
        new M257_PlacesOfRequests().apply(mongo().getDb());
        places = new RequestPlaces(mongo(), clock);
    }

    private boolean take(BookingId request, String owner) {
        return places.take(request, owner, 2, waiting::contains, decided::contains);
    }

    private BookingId asked(String owner) {
        BookingId request = BookingId.random();
        assertThat(take(request, owner)).isTrue();
        waiting.add(request);
        return request;
    }

    @Test
    void areFreeAgainOnceARequestIsDecidedOn() {
        BookingId one = asked("kim");
        BookingId two = asked("kim");
        BookingId three = BookingId.random();
        assertThat(take(three, "kim")).isFalse();
        assertThat(take(three, "lee")).isTrue();
        assertThat(take(two, "kim")).as("has one already").isTrue();

        waiting.remove(one);
        decided.add(one);

        assertThat(take(three, "kim")).isTrue();
        assertThat(take(BookingId.random(), "kim")).isFalse();
    }

    @Test
    void areFreeAgainWhereNothingCameOfIt() {
        BookingId refused = BookingId.random();
        take(refused, "ann");
        take(BookingId.random(), "ann");
        assertThat(take(BookingId.random(), "ann")).isFalse();

        places.giveBack(refused);
        assertThat(take(BookingId.random(), "ann")).isTrue();
        clock.advance(Duration.ofMinutes(11));
        assertThat(take(BookingId.random(), "ann")).as("a crash left both").isTrue();
    }

    @Test
    void ofManyAtOnceAsManyGetOneAsThereAre() {
        Callable<Boolean> take = () -> take(BookingId.random(), "crowd");

        List<Boolean> got =
                Together.all(IntStream.range(0, 12).mapToObj(each -> take).toList());

        assertThat(got).filteredOn(each -> each).hasSize(2);
    }
}
