package org.passerelle.phrase;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.DayPart;
import org.passerelle.time.Recurrence;

/** One thing that words ask for. Times are those of the clock on the wall of the place. */
public sealed interface Wish {

    /** The day, or the first one of a series. */
    record OnDay(LocalDate day) implements Wish {}

    record StartingAt(LocalTime time) implements Wish {}

    /** The end of a meeting, on the next day where it is not later than the start. */
    record EndingAt(LocalTime time) implements Wish {}

    record Lasting(Duration length) implements Wish {}

    /** As long as that is by the custom of the site. */
    record DuringPart(DayPart part) implements Wish {}

    record ForPeople(int count) implements Wish {}

    record OfKind(RoomKind kind) implements Wish {}

    /** @param word that stands for the equipment in the directory */
    record Equipped(String word) implements Wish {}

    record AtSite(SiteId site) implements Wish {}

    record InRoom(RoomId room) implements Wish {}

    record WithoutSteps() implements Wish {}

    /** @param rule without an end, which is said apart from it or not at all */
    record Repeating(Recurrence rule) implements Wish {}

    /** The last day of a series, included. */
    record LastDay(LocalDate day) implements Wish {}

    record SoManyTimes(int count) implements Wish {}
}
