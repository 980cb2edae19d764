package org.passerelle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.DueBookingsWiring;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.DueTimesChanged;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.jobs.mongo.ActionRecords;
import org.passerelle.jobs.mongo.ActionRecordsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** The program wakes when the next thing is due, also when that is sooner than it was. Quartz is asked, and rings nothing here. */
class DueActionScheduleTests {

    private static final JobKey NEXT = new JobKey("next", "due");
    private static final JobKey LOOK_SOON = new JobKey("look-soon", "due");

    private EmbeddedMongoStore store;
    private BookingDesk desk;
    private Scheduler quartz;
    private DueTimes times;
    private DueActionSchedule schedule;
    private Duration ahead = Duration.ofHours(1);
    private boolean isAway;

    /** So long before each date as the test says. */
    private final class Bell implements TimedAction {

        @Override
        public String kind() {
            return "bell";
        }

        @Override
        public List<DueTime> times(Booking booking, Instant now) {
            if (isAway) {
                throw new DataAccessResourceFailureException("The database is away");
            }
            return booking.occupying()
                    .map(date -> date.time().start())
                    .map(start -> new DueTime(booking.id(), Optional.of(start), start.minus(ahead), start))
                    .toList();
        }

        @Override
        public boolean perform(Booking booking, DueTime due) {
            return true;
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws SchedulerException {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes(), ActionRecordsWiring.indexes());
        MongoBookingsWiring.Wired wired = MongoBookingsWiring.wiredOver(store.template());
        desk = new BookingDesk(wired.bookings());
        quartz = scheduler();
        times = new DueTimes();
        DueActions actions = new DueActions(
                List.of(new Bell()),
                desk.reading,
                new ActionRecords(store.template(), StoreAccess.EXCLUSIVE),
                times,
                (kind, outcome) -> {},
                desk.clock);
        schedule = new DueActionSchedule(
                new JobTriggers(quartz, desk.clock),
                DueBookingsWiring.over(desk.bookings, Rooms::directory, desk.clock),
                actions,
                times,
                wired.occupancy(),
                new BookingDesk.AtOnce(),
                desk.clock);
        schedule.begin();
    }

    private static Scheduler scheduler() throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "due-action-schedule-tests");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        return new StdSchedulerFactory(properties).getScheduler();
    }

    @AfterEach
    void close() throws SchedulerException {
        quartz.shutdown();
        store.close();
    }

    private static void run(Job job) throws SchedulerException {
        job.execute(Mockito.mock(JobExecutionContext.class));
    }

    private void look() throws SchedulerException {
        run(new DueActionSchedule.Look(schedule));
    }

    /** How long a job waits from now on; empty if it is not to run. */
    private Optional<Duration> wait(JobKey job) throws SchedulerException {
        Optional<Trigger> trigger =
                Optional.ofNullable(quartz.getTrigger(new TriggerKey(job.getName(), job.getGroup())));
        return trigger.map(
                set -> Duration.between(Instant.now(), set.getStartTime().toInstant()));
    }

    private void assertWakesAt(Instant due) throws SchedulerException {
        Duration expected = Duration.between(desk.clock.instant(), due);
        assertThat(wait(NEXT).orElseThrow()).isCloseTo(expected, Duration.ofMinutes(1));
        assertThat(times.first()).contains(due);
    }

    private Instant at(Duration later) {
        return desk.clock.instant().plus(later).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void wakesAtTheFirstOfManyTimesThatAreNotedAtOnce() throws SchedulerException {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE));
        for (int round = 0; round < 100; round++) {
            times.takeUntil(Instant.MAX);
            List<Callable<Boolean>> noting = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                DueTime due = new DueTime(booking.id(), Optional.empty(), at(Duration.ofMinutes(10L * i)), Instant.MAX);
                noting.add(() -> {
                    times.add(new DueTimes.DueEntry(due.key("bell"), "bell", due, due.at()));
                    return true;
                });
            }
            Collections.reverse(noting);

            Together.all(noting);

            assertWakesAt(at(Duration.ofMinutes(10)));
        }
    }

    @Test
    void whatIsBookedIsNotedAndMovesWithItsBooking() throws SchedulerException {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-03-25T14:00"));
        assertWakesAt(Instant.parse("2026-03-25T12:00:00Z"));

        done(desk.change(booking, CAMILLE, Orders.at("2026-03-25T12:00")));
        assertWakesAt(Instant.parse("2026-03-25T10:00:00Z"));
    }

    @Test
    void whatIsBookedAlreadyFollowsNewRules() throws SchedulerException {
        desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-03-25T14:00"));
        assertThat(wait(LOOK_SOON)).isEmpty();
        ahead = Duration.ofHours(2);

        schedule.on(new DirectoryChanged(7));

        assertThat(wait(LOOK_SOON).orElseThrow()).isLessThan(Duration.ofSeconds(1));
        look();
        assertWakesAt(Instant.parse("2026-03-25T11:00:00Z"));
    }

    @Test
    void whoChoosesAnotherTimeHasItForWhatIsBookedAlready() throws SchedulerException {
        desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-03-25T14:00"));
        desk.booked(NADIA, anOrder(ALMONT), Orders.at("2026-03-25T14:00"));
        ahead = Duration.ofHours(2);

        schedule.on(new DueTimesChanged(NADIA.id()));

        assertWakesAt(Instant.parse("2026-03-25T11:00:00Z"));
        assertThat(times.size()).isEqualTo(3);
    }

    @Test
    void aLookThatTheDatabaseFailsIsTakenAgainSoon() throws SchedulerException {
        desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-03-25T14:00"));
        times.takeUntil(Instant.MAX);
        isAway = true;

        assertThatThrownBy(this::look).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(wait(LOOK_SOON).orElseThrow().toSeconds()).isCloseTo(60, within(10L));
        isAway = false;
        look();
        assertWakesAt(Instant.parse("2026-03-25T12:00:00Z"));
    }

    @Test
    void whatWaitsIsFoundHoweverFarAhead() throws SchedulerException {
        Booking held = done(desk.hold(
                CAMILLE, Orders.changed(anOrder(SEINE), Orders.at("2026-09-01T09:00")), Duration.ofMinutes(10)));
        Booking asked = desk.booked(CAMILLE, anOrder(Rooms.COUNCIL), Orders.at("2026-09-02T09:00"));

        assertThat(DueBookingsWiring.over(desk.bookings, Rooms::directory, desk.clock)
                        .waiting())
                .extracting(Booking::id)
                .containsExactlyInAnyOrder(held.id(), asked.id());
        assertThat(MutableClock.TODAY).isEqualTo(desk.clock.instant());
    }
}
