package org.passerelle.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnEvent.Differing;
import org.passerelle.conformance.DrawnMessage.Kind;

/**
 * What one attendee knows of an event, by the plainest reading of RFC 5546 sections 2.1.4, 2.1.5 and 3.2: of each part, the
 * whole or one date, the newest message counts, whenever it comes; one about the whole takes all older ones about dates with it.
 */
public final class InvitedEvent {

    private @Nullable DrawnMessage whole;
    private final Map<Instant, DrawnMessage> dates = new LinkedHashMap<>();

    InvitedEvent copy() {
        InvitedEvent copy = new InvitedEvent();
        copy.whole = whole;
        copy.dates.putAll(dates);
        return copy;
    }

    /** Whether it says anything new. */
    public boolean hear(DrawnMessage message) {
        if (message.kind().isOfTheWhole()) {
            if (whole != null && !message.isNewerThan(whole)) {
                return false;
            }
            whole = message;
            dates.values().removeIf(each -> !each.isNewerThan(message));
            return true;
        }
        Instant key = key(message);
        DrawnMessage before = dates.get(key);
        if (whole != null && !message.isNewerThan(whole) || before != null && !message.isNewerThan(before)) {
            return false;
        }
        dates.put(key, message);
        return true;
    }

    /** Whether nothing newer is known of what {@code message} is about. */
    public boolean counts(DrawnMessage message) {
        return message.kind().isOfTheWhole() ? message.equals(whole) : message.equals(dates.get(key(message)));
    }

    private static Instant key(DrawnMessage message) {
        return message.date()
                .map(Differing::original)
                .orElseGet(() -> message.more().orElseThrow().start().instant());
    }

    /** Empty if it is called off, or nothing of the whole has come. */
    public Optional<DrawnEvent> standing() {
        if (whole == null || whole.kind() == Kind.CANCEL) {
            return Optional.empty();
        }
        DrawnEvent event = whole.event();
        Map<Instant, Differing> differing = new HashMap<>();
        event.differing().forEach(each -> differing.put(each.original(), each));
        List<Added> added = new ArrayList<>(event.added());
        dates.values().forEach(message -> {
            message.date().ifPresent(each -> differing.put(each.original(), each));
            message.more().ifPresent(added::add);
        });
        return Optional.of(new DrawnEvent(
                event.uid(),
                event.start(),
                event.length(),
                event.rules(),
                added,
                event.excluded(),
                List.copyOf(differing.values()),
                true,
                event.kinds()));
    }

    /** When the room is wanted, each date by itself. */
    public List<ExpectedDates.Dated> wanted(Span window) {
        return standing().map(event -> ExpectedDates.dates(event, window)).orElse(List.of());
    }
}
