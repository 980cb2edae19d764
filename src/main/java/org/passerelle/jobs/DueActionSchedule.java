package org.passerelle.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.account.PersonId;
import org.passerelle.booking.DueBookings;
import org.passerelle.booking.due.DueTimesChanged;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;
import org.passerelle.time.Interval;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes when the next thing is due. Which times there are is found from the bookings: all that have a date in the next hours, at
 * each start, every hour and when the rules change, and each that is written. So nothing is lost with the triggers, which live
 * in memory.
 */
@Component
class DueActionSchedule implements Occupancy.Follower, WorkQueue {

    /** Beyond this, times are found when they come nearer. */
    private static final Duration WINDOW = Duration.ofHours(3);

    private static final int MINUTES = 60;
    private static final JobKey NEXT = new JobKey("next", "due");
    private static final JobKey LOOK_SOON = new JobKey("look-soon", "due");

    /** Until the bookings are looked through again after that has failed. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JobTriggers triggers;
    private final DueBookings bookings;
    private final DueActions actions;
    private final DueTimes times;
    private final CoalescingQueue<String> written;
    private final CoalescingQueue<PersonId> chosen;
    private final Clock clock;
    private volatile boolean isOn;

    /** Whether what became too late before the start has been looked for. */
    private volatile boolean knowsWhatWasMissed;

    DueActionSchedule(
            JobTriggers triggers,
            DueBookings bookings,
            DueActions actions,
            DueTimes times,
            Occupancy occupancy,
            SerialWorker background,
            Clock clock) {
        this.triggers = triggers;
        this.bookings = bookings;
        this.actions = actions;
        this.times = times;
        this.written = new CoalescingQueue<>(background, this::lookAt);
        this.chosen = new CoalescingQueue<>(background, this::lookAtAllOf);
        this.clock = clock;
        occupancy.follow(this);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        isOn = true;
        times.whenFirstChanges(at -> setNext());
        triggers.every(MINUTES, "due-times", Look.class);
    }

    /** One at a time, for whoever sets the trigger last must know the first time. */
    private synchronized void setNext() {
        times.first().ifPresent(at -> triggers.once(NEXT, at, Due.class));
    }

    /** Other rules mean other times, also for what is booked already. */
    @EventListener
    void on(DirectoryChanged changed) {
        if (isOn) {
            triggers.once(LOOK_SOON, clock.instant(), Look.class);
        }
    }

    @EventListener
    void on(DueTimesChanged changed) {
        if (isOn) {
            chosen.add(Set.of(changed.organiser()));
        }
    }

    /** Notes the times of all bookings that may have one in the next hours, and of all that wait for a decision. */
    private void lookAhead() {
        boolean isDone = false;
        try {
            noteAll();
            isDone = true;
        } finally {
            if (!isDone) {
                triggers.once(LOOK_SOON, clock.instant().plus(PAUSE), Look.class);
            }
        }
    }

    private void noteAll() {
        Instant now = clock.instant();
        Interval near = Interval.of(now.minus(TimedAction.REACH), until(now).plus(TimedAction.REACH));
        if (knowsWhatWasMissed) {
            bookings.withDatesIn(near).forEach(this::note);
        } else {
            actions.noteWithMissed(bookings.withDatesIn(near), until(now));
            knowsWhatWasMissed = true;
        }
        bookings.waiting().forEach(this::note);
    }

    private Instant until(Instant now) {
        return now.plus(WINDOW).plus(Duration.ofMinutes(MINUTES));
    }

    private void note(Booking booking) {
        actions.note(booking, until(clock.instant()));
    }

    private void lookAt(String root) {
        bookings.inDocument(root).forEach(this::note);
    }

    private void lookAtAllOf(PersonId organiser) {
        bookings.ahead(organiser).forEach(this::note);
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        if (isOn && write.after().stream().anyMatch(this::mayHaveTimes)) {
            written.add(Set.of(write.root()));
        }
    }

    /** Another node wrote; what it holds tells little. */
    @Override
    public void wrote(Holding holding) {
        if (isOn) {
            written.add(Set.of(holding.root()));
        }
    }

    private boolean mayHaveTimes(Booking booking) {
        Instant now = clock.instant();
        Instant from = now.minus(TimedAction.REACH);
        Instant to = until(now).plus(TimedAction.REACH);
        return booking.state().isUndecided()
                || booking.asking().findAny().isPresent()
                || booking.occurrences().stream()
                        .anyMatch(date -> date.time().start().isBefore(to)
                                && date.time().end().isAfter(from));
    }

    /** What others know well enough need not be read for this. */
    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    private void performDue() {
        try {
            actions.performDue();
        } finally {
            setNext();
        }
    }

    @Override
    public String queueName() {
        return "due";
    }

    @Override
    public Load load() {
        Instant now = clock.instant();
        List<DueTimes.DueEntry> late = times.late(now);
        return late.isEmpty()
                ? Load.NONE
                : new Load(late.size(), Duration.between(late.get(0).at(), now));
    }

    /** Looks which times come near. */
    @DisallowConcurrentExecution
    static class Look implements Job {

        private final DueActionSchedule schedule;

        Look(DueActionSchedule schedule) {
            this.schedule = schedule;
        }

        @Override
        public void execute(JobExecutionContext context) {
            schedule.lookAhead();
        }
    }

    /** Does what is due, and sets the trigger of what is next. */
    @DisallowConcurrentExecution
    static class Due implements Job {

        private final DueActionSchedule schedule;

        Due(DueActionSchedule schedule) {
            this.schedule = schedule;
        }

        @Override
        public void execute(JobExecutionContext context) {
            schedule.performDue();
        }
    }
}
