package org.passerelle.mail.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many mails of each sender are acted upon within an hour. What is more gets the first moment at which it may be, so that
 * it waits and is not lost. It is not remembered over a start.
 */
@Component
class SenderRates {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_SENDERS = 10_000;

    private final int mostAnHour;

    /** By sender, those asked last at the end. */
    private final Map<String, List<Slot>> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Slot>> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    private record Slot(Instant at, String mail) {}

    SenderRates(SenderProperties settings) {
        this.mostAnHour = settings.senderPerHour();
    }

    /**
     * Counts a mail once, however often it is asked about.
     *
     * @return empty if it may be acted upon now; else from when on
     */
    synchronized Optional<Instant> count(String sender, String mail, Instant now) {
        List<Slot> taken = slots.computeIfAbsent(sender, any -> new ArrayList<>());
        taken.removeIf(slot -> !slot.at().isAfter(now.minus(WINDOW)));
        Optional<Slot> own =
                taken.stream().filter(slot -> slot.mail().equals(mail)).findFirst();
        if (own.isPresent()) {
            return own.map(Slot::at).filter(at -> at.isAfter(now));
        }
        Instant at = taken.size() < mostAnHour
                ? now
                : taken.get(taken.size() - mostAnHour).at().plus(WINDOW);
        taken.add(new Slot(at, mail));
        taken.sort(Comparator.comparing(Slot::at));
        return Optional.of(at).filter(moment -> moment.isAfter(now));
    }
}
