package org.passerelle.phrase;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;

/** Of what there can be only one: one day, one start, one number of people. */
final class Matters {

    private Matters() {}

    /** Whether both are about the same matter, and differ. */
    static boolean contradict(Wish one, Wish other) {
        boolean isOfMany = one instanceof Wish.AtSite
                || one instanceof Wish.InRoom
                || one instanceof Wish.OfKind
                || one instanceof Wish.Equipped;
        boolean sameMatter = matter(one).equals(matter(other));
        return sameMatter && !isOfMany && !one.equals(other);
    }

    /** A series ends once, an appointment too: by its time, or by how long it lasts. */
    private static String matter(Wish wish) {
        if (wish instanceof Wish.LastDay || wish instanceof Wish.SoManyTimes) {
            return "end of series";
        }
        if (wish instanceof Wish.EndingAt || wish instanceof Wish.Lasting) {
            return "end";
        }
        return wish.getClass().getName();
    }

    /** The weekdays of a weekly rule; none if it is another, or names none. */
    static List<DayOfWeek> weekdays(Recurrence rule) {
        return rule.frequency() == Frequency.WEEKLY
                ? Arrays.stream(DayOfWeek.values())
                        .filter(day -> rule.by().weekdays().stream().anyMatch(each -> each.day() == day))
                        .toList()
                : List.of();
    }
}
