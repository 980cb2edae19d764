package org.passerelle.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.HeldData;
import org.springframework.stereotype.Component;

/**
 * Copies all that is kept of somebody, for them alone (GDPR articles 15 and 20). They make it themselves; for who cannot, such as
 * people without an account, whoever administers the network makes it, which is noted. Reads the whole store.
 */
@Component
public class PersonalDataExport {

    private static final int ID_BITS = 80;

    private final PersonalInventory inventory;
    private final DataSubjects subjects;
    private final CopyNotes notes;
    private final AddressDigests digests;
    private final Clock clock;

    PersonalDataExport(
            PersonalInventory inventory, DataSubjects subjects, CopyNotes notes, AddressDigests digests, Clock clock) {
        this.subjects = subjects;
        this.inventory = inventory;
        this.notes = notes;
        this.digests = digests;
        this.clock = clock;
    }

    /**
     * A copy.
     *
     * @param at when it was made
     * @param data what is theirs, by the place that keeps it: plain values, which every program reads
     * @param mentions in how many documents of others they are named, by place
     * @param unread how many documents of a place could not be read and are left out, if there are any
     */
    public record PersonalDataCopy(
            Instant at,
            Map<String, List<Map<String, Object>>> data,
            Map<String, Long> mentions,
            Map<String, Long> unread) {}

    /** How much there is where. */
    public List<HeldData> held(Person person) {
        return inventory.held(subjects.at(person.email()));
    }

    public PersonalDataCopy of(Person person) {
        return copy(held(person));
    }

    /**
     * A copy of what is kept of whoever has {@code address}; if nobody has, of whoever had it last, and of outsiders. It is noted
     * before it is made, and people who have an account are told.
     *
     * @param by who administers the network
     */
    public PersonalDataCopy of(EmailAddress address, Person by) {
        DataSubject subject = subjects.at(address);
        Set<AccountId> accounts = subject.ids().stream().map(AccountId::new).collect(Collectors.toSet());
        notes.add(new CopyNote(
                Digests.randomText(ID_BITS),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                (AccountId) by.id(),
                accounts,
                accounts.isEmpty() ? Set.of(digests.of(address.value())) : Set.of()));
        return copy(inventory.held(subject));
    }

    /** Copies that were made of what is kept of others, the newest first. */
    public List<CopyNote> ofOthers() {
        return notes.all();
    }

    private PersonalDataCopy copy(List<HeldData> all) {
        Map<String, List<Map<String, Object>>> data = new LinkedHashMap<>();
        Map<String, Long> mentions = new LinkedHashMap<>();
        Map<String, Long> unread = new LinkedHashMap<>();
        for (HeldData held : all) {
            if (!held.theirs().isEmpty()) {
                data.put(held.place(), held.theirs());
            }
            if (held.mentions() > 0) {
                mentions.put(held.place(), held.mentions());
            }
            if (held.unread() > 0) {
                unread.put(held.place(), held.unread());
            }
        }
        return new PersonalDataCopy(clock.instant().truncatedTo(ChronoUnit.SECONDS), data, mentions, unread);
    }
}
