package org.passerelle.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** When can we all meet: asked again and again, of other days and other numbers of people every time. */
final class CommonTimes {

    private static final Person SEEKER = new Person(
            new AccountId("camille"),
            new EmailAddress("camille@atelier-brie.example"),
            "Camille",
            Role.MEMBER,
            Optional.of(new OrganisationId("atelier-brie")),
            Set.of());

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LIMIT = 10;
    private static final int FEWEST = 3;
    private static final int MOST = 20_000;

    private final MadeNetwork network;
    private final MeetingTimeFinder planner;
    private final Random random = new Random(20260325);

    CommonTimes(MadeNetwork network, FreeTimes free) {
        this.network = network;
        this.planner = new MeetingTimeFinder(free, network, MadeNetwork.CLOCK);
    }

    /** What stays the same; {@code rule} is empty for a single date. */
    record Asked(int parties, Duration window, Order order, boolean isOfOneKind, String rule, boolean isAtOneSite) {

        Asked(int parties, Duration window, Order order, boolean isOfOneKind, String rule) {
            this(parties, window, order, isOfOneKind, rule, false);
        }

        Asked by(Order other) {
            return new Asked(parties, window, other, isOfOneKind, rule, isAtOneSite);
        }

        Asked ofOneKind() {
            return new Asked(parties, window, order, true, rule, isAtOneSite);
        }

        Asked every(String other) {
            return new Asked(parties, window, order, isOfOneKind, other, isAtOneSite);
        }

        Asked atOneSite() {
            return new Asked(parties, window, order, isOfOneKind, rule, true);
        }
    }

    /** How long answers took, and how much of that was work of the processor; how many slots they gave in all, and how many gave none. */
    record Outcome(Latencies latencies, Latencies processor, long slots, long none) {}

    /** Asks for {@code time}, after half as long that does not count. */
    Outcome timed(Asked asked, Duration time) {
        ask(asked, time.dividedBy(2));
        return ask(asked, time);
    }

    private Outcome ask(Asked asked, Duration time) {
        List<Long> nanos = new ArrayList<>();
        List<Long> processor = new ArrayList<>();
        long slots = 0;
        long none = 0;
        long deadline = System.nanoTime() + time.toNanos();
        while (nanos.size() < FEWEST || System.nanoTime() < deadline && nanos.size() < MOST) {
            MeetingTimeQuery query = query(asked);
            long busy = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            MeetingTimes plan = planner.plan(query);
            nanos.add(System.nanoTime() - begin);
            processor.add(THREADS.getCurrentThreadCpuTime() - busy);
            if (plan instanceof MeetingTimes.Found found) {
                slots += found.slots().size();
            } else {
                none++;
            }
        }
        return new Outcome(Latencies.inTurn(nanos), Latencies.inTurn(processor), slots, none);
    }

    private MeetingTimeQuery query(Asked asked) {
        List<Site> sites = List.copyOf(network.directory().sites());
        int first = random.nextInt(sites.size());
        List<Party> parties = IntStream.range(0, asked.parties())
                .mapToObj(i -> sites.get((first + (asked.isAtOneSite() ? 0 : i)) % sites.size()))
                .map(site -> new Party(site.id(), 1 + random.nextInt(12), Set.of()))
                .toList();
        Optional<Recurrence> rule =
                asked.rule().isEmpty() ? Optional.empty() : Optional.of(Recurrence.parse(asked.rule()));
        Interval window = Interval.of(MadeNetwork.NOW.plus(Duration.ofHours(random.nextInt(24 * 30))), asked.window());
        return new MeetingTimeQuery(SEEKER, parties, Duration.ofHours(1), window, rule, taste(asked));
    }

    /** Montréal and Helsinki are seven hours apart, so that nine to six would leave two hours to meet in. */
    private static TimeTaste taste(Asked asked) {
        var hours = new DayHours(LocalTime.of(8, 0), LocalTime.of(20, 0));
        return new TimeTaste(LIMIT, asked.order(), Optional.of(hours), Set.of(), asked.isOfOneKind(), Optional.empty());
    }
}
