package org.passerelle.availability.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.booking.People;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** Builds questions for a common time; what is not said does not restrict, and an hour is looked for. */
final class MeetingTimeQuestions {

    private final List<Party> parties = new ArrayList<>();
    private final Interval window;
    private Duration duration = Duration.ofHours(1);
    private Optional<Recurrence> recurrence = Optional.empty();
    private TimeTaste taste = new TimeTaste(10, Order.START, Optional.empty(), Set.of(), false, Optional.empty());

    private MeetingTimeQuestions(Interval window) {
        this.window = window;
    }

    static MeetingTimeQuestions between(String from, String to) {
        return new MeetingTimeQuestions(Interval.of(Instant.parse(from), Instant.parse(to)));
    }

    MeetingTimeQuestions at(String site, int attendees, String... equipment) {
        parties.add(new Party(new SiteId(site), attendees, Set.of(equipment)));
        return this;
    }

    MeetingTimeQuestions lasting(String length) {
        this.duration = Duration.parse(length);
        return this;
    }

    MeetingTimeQuestions every(String rule) {
        this.recurrence = Optional.of(Recurrence.parse(rule));
        return this;
    }

    MeetingTimeQuestions limit(int limit) {
        return tasting(
                new TimeTaste(limit, taste.order(), taste.dayHours(), taste.kinds(), taste.sameKind(), taste.step()));
    }

    MeetingTimeQuestions bestFirst() {
        return tasting(new TimeTaste(
                taste.limit(), Order.SCORE, taste.dayHours(), taste.kinds(), taste.sameKind(), taste.step()));
    }

    MeetingTimeQuestions within(String from, String to) {
        var hours = new DayHours(LocalTime.parse(from), LocalTime.parse(to));
        return tasting(new TimeTaste(
                taste.limit(), taste.order(), Optional.of(hours), taste.kinds(), taste.sameKind(), taste.step()));
    }

    MeetingTimeQuestions inOneOf(RoomKind... kinds) {
        return tasting(new TimeTaste(
                taste.limit(), taste.order(), taste.dayHours(), Set.of(kinds), taste.sameKind(), taste.step()));
    }

    MeetingTimeQuestions inLikeRooms() {
        return tasting(
                new TimeTaste(taste.limit(), taste.order(), taste.dayHours(), taste.kinds(), true, taste.step()));
    }

    MeetingTimeQuestions inStepsOf(String step) {
        return tasting(new TimeTaste(
                taste.limit(),
                taste.order(),
                taste.dayHours(),
                taste.kinds(),
                taste.sameKind(),
                Optional.of(Duration.parse(step))));
    }

    private MeetingTimeQuestions tasting(TimeTaste changed) {
        this.taste = changed;
        return this;
    }

    MeetingTimeQuery query() {
        return new MeetingTimeQuery(People.CAMILLE, parties, duration, window, recurrence, taste);
    }
}
