package org.passerelle.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.account.Person;
import org.passerelle.platform.personal.HeldData;
import org.springframework.stereotype.Component;

/** Copies all that is kept of somebody, for them alone (GDPR articles 15 and 20). Reads the whole store. */
@Component
public class PersonalDataExport {

    private final PersonalInventory inventory;
    private final DataSubjects subjects;
    private final Clock clock;

    PersonalDataExport(PersonalInventory inventory, DataSubjects subjects, Clock clock) {
        this.subjects = subjects;
        this.inventory = inventory;
        this.clock = clock;
    }

    /**
     * A copy.
     *
     * @param at when it was made
     * @param data what is theirs, by the place that keeps it: plain values, which every program reads
     * @param mentions in how many documents of others they are named, by place
     */
    public record PersonalDataCopy(
            Instant at, Map<String, List<Map<String, Object>>> data, Map<String, Long> mentions) {}

    /** How much there is where. */
    public List<HeldData> held(Person person) {
        return inventory.held(subjects.at(person.email()));
    }

    public PersonalDataCopy of(Person person) {
        Map<String, List<Map<String, Object>>> data = new LinkedHashMap<>();
        Map<String, Long> mentions = new LinkedHashMap<>();
        for (HeldData held : held(person)) {
            if (!held.theirs().isEmpty()) {
                data.put(held.place(), held.theirs());
            }
            if (held.mentions() > 0) {
                mentions.put(held.place(), held.mentions());
            }
        }
        return new PersonalDataCopy(clock.instant().truncatedTo(ChronoUnit.SECONDS), data, mentions);
    }
}
