package org.passerelle.privacy;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.RemovingPeople;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.passerelle.booking.RemovingPeople.RemovalOutcome;
import org.passerelle.booking.model.Booking;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.privacy.Erasure.ErasureState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases somebody (GDPR article 17): ends their account with all that opens by it, deals with their bookings ahead as is said, and
 * then takes them out of everything that is kept. For people without an account as well, by their address.
 */
@Component
public class ErasingPeople {

    private static final Logger LOG = LoggerFactory.getLogger(ErasingPeople.class);
    private static final int ID_BITS = 96;

    /** Nobody's account: the program does it. */
    private static final PersonId PROGRAM = new AccountId("program");

    /** An answer waits so long for the end of an erasure. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Accounts accounts;
    private final DataSubjects subjects;
    private final RemovingPeople removing;
    private final ReadingBookings reading;
    private final CancellingBookings cancelling;
    private final PersonalInventory inventory;
    private final ErasureRecords records;
    private final ErasureWork work;
    private final ErasedList list;
    private final AddressDigests digests;
    private final Clock clock;

    ErasingPeople(
            Accounts accounts,
            DataSubjects subjects,
            RemovingPeople removing,
            ReadingBookings reading,
            CancellingBookings cancelling,
            PersonalInventory inventory,
            ErasureRecords records,
            ErasureWork work,
            ErasedList list,
            AddressDigests digests,
            Clock clock) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.removing = removing;
        this.reading = reading;
        this.cancelling = cancelling;
        this.inventory = inventory;
        this.records = records;
        this.work = work;
        this.list = list;
        this.digests = digests;
        this.clock = clock;
    }

    /** How it began. */
    public sealed interface ErasureOutcome {

        /** It is under way, or done. */
        record Begun(Erasure erasure) implements ErasureOutcome {}

        /**
         * The account is as it was, and nothing is erased; what could be called off or handed over is.
         *
         * @param count bookings ahead of which something must be said, or that could not be handed over
         */
        record BookingsLeft(int count) implements ErasureOutcome {}

        /** Nothing has changed. */
        record Refused(AccountRefusal why) implements ErasureOutcome {}
    }

    /** What would be erased, and how many bookings ahead something must be said of. */
    public record ErasurePreview(List<HeldData> held, int bookingsAhead) {}

    /** What is kept of whoever has {@code address} now; if nobody has, of whoever had it last, and of outsiders. */
    public ErasurePreview preview(EmailAddress address) {
        return new ErasurePreview(
                inventory.held(subjects.at(address)), ahead(address).size());
    }

    /**
     * Erases whoever has {@code address} now; if nobody has, whoever had it last. What somebody else has had by the same address
     * before is not touched.
     *
     * @param by the person, or who administers the network
     */
    public ErasureOutcome erase(Person by, EmailAddress address, BookingsAhead ahead) {
        DataSubject subject = subjects.at(address);
        if (accounts.person(address).isPresent()) {
            RemovalOutcome outcome = removing.remove(by, address, ahead);
            if (outcome instanceof RemovalOutcome.HasBookings has) {
                return new ErasureOutcome.BookingsLeft(has.count());
            }
            if (outcome instanceof RemovalOutcome.Refused refused) {
                return new ErasureOutcome.Refused(refused.why());
            }
        } else {
            int left = cancelled(by, address, ahead);
            if (left > 0) {
                return new ErasureOutcome.BookingsLeft(left);
            }
        }
        return new ErasureOutcome.Begun(begin(by.id(), subject, heir(ahead)));
    }

    /**
     * Erases an account that has ended, by its id, such as after an older copy of the store was put back.
     *
     * @return empty if there is no such account, or it has not ended
     */
    public Optional<Erasure> erase(Person by, AccountId ended) {
        return subjects.ended(ended).map(subject -> begin(by.id(), subject, Optional.empty()));
    }

    /**
     * Does again what an older copy of the store has undone: whom {@code entry} means is erased as they were then. What is not to be found
     * in the store is noted as done.
     *
     * @throws IllegalStateException if an account cannot end, such as the last that administers the network
     */
    void repeat(ErasedEntry entry) {
        entry.accounts().stream().flatMap(id -> accounts.person(id).stream()).forEach(person -> end(person, entry));
        Set<EmailAddress> addresses = entry.mark().addresses().isEmpty()
                ? Set.of()
                : digests.found(entry.mark().addresses(), inventory.texts());
        addresses.forEach(address -> cancelled(Person.outsider(address, ""), address, new BookingsAhead.Cancel()));
        Optional<DataSubject> subject = subjects.again(entry.accounts(), addresses);
        Erasure erasure = new Erasure(
                entry.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                PROGRAM,
                entry.accounts(),
                subject,
                subject.isPresent() ? ErasureState.RUNNING : ErasureState.DONE,
                0,
                subject.isPresent() ? Optional.empty() : Optional.of(clock.instant()),
                List.of(),
                entry.mark());
        records.put(erasure);
        work.begin(erasure.id(), LONGEST_WAIT);
    }

    private void end(Person person, ErasedEntry entry) {
        Optional<Person> heir = entry.mark().heir().flatMap(accounts::person);
        RemovalOutcome outcome = heir.<RemovalOutcome>map(
                        to -> removing.remove(person, person.email(), new BookingsAhead.HandOver(to)))
                .filter(RemovalOutcome.Removed.class::isInstance)
                .orElseGet(() -> removing.remove(person, person.email(), new BookingsAhead.Cancel()));
        if (!(outcome instanceof RemovalOutcome.Removed)) {
            throw new IllegalStateException("Account " + person.id() + " cannot end: " + outcome);
        }
    }

    private static Optional<AccountId> heir(BookingsAhead ahead) {
        return ahead instanceof BookingsAhead.HandOver handOver && handOver.to().id() instanceof AccountId heir
                ? Optional.of(heir)
                : Optional.empty();
    }

    private Erasure begin(PersonId by, DataSubject subject, Optional<AccountId> heir) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<AccountId> ids = subject.ids().stream().map(AccountId::new).collect(Collectors.toSet());
        // An account is found by its id.
        Set<String> addresses =
                ids.isEmpty() ? subject.addresses().stream().map(digests::of).collect(Collectors.toSet()) : Set.of();
        Erasure erasure = new Erasure(
                Digests.randomText(ID_BITS),
                now,
                by,
                ids,
                Optional.of(subject),
                ErasureState.RUNNING,
                0,
                Optional.empty(),
                List.of(),
                new SubjectMark(addresses, heir));
        records.put(erasure);
        try {
            list.add(ErasedEntry.of(erasure));
        } catch (UncheckedIOException e) {
            LOG.warn("Erasure {} is not in the list of erased people; that is tried again", erasure.id(), e);
        }
        work.begin(erasure.id(), LONGEST_WAIT);
        return records.find(erasure.id()).orElse(erasure);
    }

    /** Those of somebody without an account can only be called off. How many are left. */
    private int cancelled(Person by, EmailAddress address, BookingsAhead ahead) {
        List<Booking> bookings = ahead(address);
        if (!(ahead instanceof BookingsAhead.Cancel)) {
            return bookings.size();
        }
        bookings.forEach(booking -> cancelling.cancel(by, booking.id(), Optional.empty()));
        return ahead(address).size();
    }

    private List<Booking> ahead(EmailAddress address) {
        return reading.madeBy(
                accounts.person(address).map(Person::id).orElseGet(() -> new OutsiderId(address)), clock.instant());
    }

    /** The newest first. */
    public List<Erasure> all() {
        return records.all();
    }

    public Optional<Erasure> find(String id) {
        return records.find(id);
    }
}
