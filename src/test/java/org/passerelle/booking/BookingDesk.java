package org.passerelle.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.MutableClock;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.allocation.PlacingWiring;
import org.passerelle.booking.allocation.QuotaUsage;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.caps.BookingRates;
import org.passerelle.booking.caps.BookingUsage;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.MissedDate;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.reacquire.ReacquireWatch;
import org.passerelle.booking.reacquire.ReacquireWiring;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.time.Interval;

/** All that can be done with bookings, put together by hand over any store, in the network of {@link Rooms}. */
public final class BookingDesk {

    public final MutableClock clock = new MutableClock();
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final Bookings bookings;
    public final BookingRooms booking;
    public final ChangingBookings changing;
    public final ChangingOneDate changingOne;
    public final CancellingBookings cancelling;
    public final HoldingRooms holding;
    public final ApprovingBookings approving;
    public final Attendance attendance;
    public final Extension staying;
    public final ReadingBookings reading;
    public final HandingOver handing;
    public final QuotaUsage quotaUsage;
    public final QuotaGuide quotaGuide;

    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();
    private final Placing placing;
    private volatile @Nullable ReacquireWatch regaining;

    /** In which anybody may invite as many people as they like. */
    public BookingDesk(Bookings bookings) {
        this(bookings, (who, invited) -> Optional.empty());
    }

    public BookingDesk(Bookings bookings, InvitationQuota quota) {
        this(bookings, quota, PlacingWiring.NOTHING_TOLD, Rooms::directory);
    }

    /** With caps: those of {@code directories}, judged by what {@code occupancy} tells. */
    public BookingDesk(Bookings bookings, Occupancy occupancy, Directories directories) {
        this(bookings, (who, invited) -> Optional.empty(), occupancy, directories);
    }

    private BookingDesk(Bookings bookings, InvitationQuota quota, Occupancy occupancy, Directories directories) {
        this.bookings = bookings;
        InvitingAttendees inviting = new InvitingAttendees(quota);
        BookingUsage usage = new BookingUsage(occupancy, clock);
        occupancy.recallAll(usage::wrote);
        PlacingWiring.WiredPlacing wired =
                PlacingWiring.wired(bookings, usage, People.accounts(), this::publish, clock);
        this.placing = wired.placing();
        this.quotaUsage = wired.usage();
        this.quotaGuide = wired.guide();
        OpeningBookings opening = new OpeningBookings(bookings, People.accounts(), directories, clock);
        EditRetry settling = new EditRetry(bookings, this::publish, BookingAttempts.unheard());
        BookingEditor change = new BookingEditor(opening, directories, placing, inviting, clock);
        this.booking = new BookingRooms(
                directories,
                bookings,
                placing,
                inviting,
                this::publish,
                new BookingRates(clock),
                BookingAttempts.unheard(),
                clock);
        this.changing = new ChangingBookings(opening, change, settling, bookings, clock);
        this.changingOne = new ChangingOneDate(opening, directories, placing, settling, bookings, clock);
        this.cancelling = new CancellingBookings(opening, settling, clock);
        this.holding = new HoldingRooms(opening, settling, bookings, directories, this::publish, clock);
        this.approving = new ApprovingBookings(opening, settling, bookings, directories, clock);
        this.reading = new ReadingBookings(bookings, clock);
        this.handing = new HandingOver(opening, settling, bookings, usage, wired.transfer(), directories, clock);
        ExtendBooking lengthening = new ExtendBooking(changingOne, reading, directories, clock);
        this.attendance = new Attendance(opening, lengthening, settling, clock);
        this.staying = new Extension(bookings, opening, lengthening, settling, People.accounts(), clock);
    }

    private void publish(Object event) {
        events.add(event);
        listeners.forEach(listener -> listener.accept(event));
        if (regaining != null) {
            ReacquireWiring.tell(regaining, event);
        }
    }

    /** From now on {@code listener} is told of every event. */
    public void listen(Consumer<Object> listener) {
        listeners.add(listener);
    }

    /** From now on rooms are won back, before whatever freed them returns. */
    public ReacquireWatch regain() {
        ReacquireWatch begun = ReacquireWiring.over(
                bookings, placing, People.accounts(), Rooms::directory, this::publish, new AtOnce(), clock);
        regaining = begun;
        return begun;
    }

    /** Does in the same thread what follows. */
    public static final class AtOnce extends SerialWorker {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public boolean isRunning() {
            return true;
        }
    }

    public BookingResult book(Person person, BookingOrder order) {
        return booking.book(person, order, Optional.empty(), RequestKey.once("digest"));
    }

    public BookingResult hold(Person person, BookingOrder order, Duration length) {
        return booking.book(person, order, Optional.of(length), RequestKey.once("digest"));
    }

    /** Books, and fails the test unless that succeeds. */
    @SafeVarargs
    public final Booking booked(Person person, BookingOrder order, UnaryOperator<BookingOrder>... changes) {
        return Outcomes.done(book(person, Orders.changed(order, changes)));
    }

    public BookingResult change(Booking booked, Person person, UnaryOperator<BookingOrder> edit) {
        return changing.change(person, booked.id(), Optional.empty(), edit);
    }

    public BookingResult changeFollowing(Booking booked, Person person, String from, UnaryOperator<BookingOrder> edit) {
        return changing.changeFollowing(person, booked.id(), Instant.parse(from), Optional.empty(), edit);
    }

    public BookingResult moveDate(Booking booked, Person person, String date, String start) {
        OccurrenceEdit edit = new OccurrenceEdit(Optional.of(Instant.parse(start)), Optional.empty(), Optional.empty());
        return changingOne.change(person, booked.id(), Instant.parse(date), Optional.empty(), edit);
    }

    public BookingResult cancel(Booking booked, Person person) {
        return cancelling.cancel(person, booked.id(), Optional.empty());
    }

    public Booking stored(Booking booked) {
        return bookings.find(booked.id()).orElseThrow();
    }

    public List<BusyTime> busy(Room room, MissedDate date) {
        return reading.busy(room, date.time());
    }

    public List<BusyTime> busy(Room room, String from, String to) {
        return reading.busy(room, Interval.of(Instant.parse(from), Instant.parse(to)));
    }
}
