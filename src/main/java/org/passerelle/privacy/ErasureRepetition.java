package org.passerelle.privacy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases again whom an older copy of the store has brought back: those of the {@link ErasedList} of whom the store knows no erasure.
 * What the store knows and the list lacks is added to it, as after a day on which the file could not be written.
 */
@Component
class ErasureRepetition extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRepetition.class);
    private static final Duration ROUND = Duration.ofMinutes(5);

    private final ErasedList list;
    private final ErasureRecords records;
    private final ErasingPeople erasing;
    private final AddressDigests digests;

    ErasureRepetition(ErasedList list, ErasureRecords records, ErasingPeople erasing, AddressDigests digests) {
        super("erased-list");
        this.list = list;
        this.records = records;
        this.erasing = erasing;
        this.digests = digests;
    }

    @Override
    protected void schedule(WorkTimer started) {
        // So that copies of the store that are taken from now on have the key.
        digests.of("");
        if (list.isKept()) {
            started.every(Duration.ZERO, ROUND, this::compare);
        }
    }

    void compare() {
        Map<String, ErasedEntry> listed = list.entries();
        Set<String> stored = records.all().stream().map(Erasure::id).collect(Collectors.toSet());
        for (ErasedEntry entry : listed.values()) {
            if (!stored.contains(entry.id())) {
                repeat(entry);
            }
        }
        records.all().stream()
                .filter(erasure -> !listed.containsKey(erasure.id()))
                .map(ErasedEntry::of)
                .forEach(list::add);
    }

    /** One that cannot be erased now holds up no other. */
    private void repeat(ErasedEntry entry) {
        try {
            LOG.info("Erasure {} is not in the store, which is an older copy: it is done again", entry.id());
            erasing.repeat(entry);
        } catch (RuntimeException e) {
            WorkFailures.note("erased-list");
            LOG.warn("Erasure {} could not be done again", entry.id(), e);
        }
    }
}
