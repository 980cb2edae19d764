package org.passerelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.availability.Finders;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Which rooms are free for an hour: asked again and again, of another hour every time. */
final class RoomQuestions {

    private static final Person SEEKER = new Person(
            new AccountId("camille"),
            new EmailAddress("camille@atelier-brie.example"),
            "Camille",
            Role.MEMBER,
            Optional.of(new OrganisationId("atelier-brie")),
            Set.of());

    private final MadeNetwork network;
    private final FreeTimes free;
    private final RoomFinder finder;
    private final List<Room> rooms;
    private final Random random = new Random(20260325);

    RoomQuestions(MadeNetwork network, FreeTimes free) {
        this.network = network;
        this.free = free;
        this.finder = Finders.over(network, free, MadeNetwork.CLOCK);
        this.rooms = List.copyOf(network.directory().rooms());
    }

    /** As the program answers it: by all rules of booking, ranked, at most 100 rooms with reasons. */
    int find() {
        RoomQuery query = new RoomQuery(
                SEEKER,
                List.of(network.someHour(random)),
                1 + random.nextInt(12),
                RoomQuery.Needs.NONE,
                Optional.empty());
        return finder.find(query).rooms().size();
    }

    /** Only what is open and free, of all rooms. */
    int scan() {
        return count(network.someHour(random));
    }

    private int count(Interval hour) {
        int count = 0;
        long first = Slots.first(hour);
        long end = Slots.endExclusive(hour);
        for (Room room : rooms) {
            if (free.isOpen(room, hour) && free.isFree(room.numbers().get(0), first, end)) {
                count++;
            }
        }
        return count;
    }

    /** How many rooms nobody has booked, open or not. */
    int unbooked(Interval hour) {
        int count = 0;
        long first = Slots.first(hour);
        long end = Slots.endExclusive(hour);
        for (int number = 1; number <= network.size().rooms(); number++) {
            count += free.isFree(number, first, end) ? 1 : 0;
        }
        return count;
    }

    List<Interval> hours(int count) {
        List<Interval> hours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hours.add(network.someHour(random));
        }
        return hours;
    }

    /** How long each call took; a fifth as many are made before, which do not count. */
    static <T> Latencies timed(List<T> questions, ToIntFunction<T> answer) {
        int sum = 0;
        for (T question : questions.subList(0, questions.size() / 5)) {
            sum += answer.applyAsInt(question);
        }
        List<Long> nanos = new ArrayList<>(questions.size());
        for (T question : questions) {
            long begin = System.nanoTime();
            sum += answer.applyAsInt(question);
            nanos.add(System.nanoTime() - begin);
        }
        if (sum < 0) {
            throw new IllegalStateException("Rooms cannot be fewer than none");
        }
        return Latencies.inTurn(nanos);
    }

    Latencies timedFinds(int count) {
        return timed(hours(count), any -> find());
    }

    Latencies timedScans(int count) {
        return timed(hours(count), any -> scan());
    }
}
