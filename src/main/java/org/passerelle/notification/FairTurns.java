package org.passerelle.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.account.PersonId;
import org.passerelle.notification.owed.OwedNotification;

/** Has people take turns, so that whoever is owed a thousand mails keeps nobody else waiting for one. */
final class FairTurns {

    private FairTurns() {}

    private record Turn(int number, OwedNotification owed) {}

    /**
     * The first {@code most} of {@code due} when everybody's first comes before anybody's second, and so on; each person's stay in
     * their order, and so do people who have the same turn.
     */
    static List<OwedNotification> of(List<OwedNotification> due, int most) {
        Map<PersonId, Integer> taken = new HashMap<>();
        List<Turn> turns = new ArrayList<>(due.size());
        for (OwedNotification owed : due) {
            turns.add(new Turn(taken.merge(owed.notification().to(), 1, Integer::sum), owed));
        }
        turns.sort(Comparator.comparingInt(Turn::number));
        return turns.stream().limit(most).map(Turn::owed).toList();
    }
}
