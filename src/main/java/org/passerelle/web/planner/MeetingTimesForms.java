package org.passerelle.web.planner;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.booking.model.Content;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.book.Complaints;

/** Makes a question of a filled-in form, or says what is wrong with it. */
final class MeetingTimesForms {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_DAYS = 60;

    private final MeetingTimesForm form;
    private final Directory directory;
    private final Complaints complaints;

    MeetingTimesForms(MeetingTimesForm form, Directory directory, Complaints complaints) {
        this.form = form;
        this.directory = directory;
        this.complaints = complaints;
    }

    /** Empty when there are complaints. */
    Optional<MeetingTimeQuery> query(Person seeker) {
        List<Party> parties = parties();
        Optional<Duration> length = length();
        Optional<LocalDate> first = date();
        int days = number(form.span().days(), "days", MOST_DAYS, "conference.error.days");
        TimeTaste taste = taste();
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        Site site = directory.site(parties.get(0).site()).orElseThrow();
        return length.flatMap(duration -> first.map(date ->
                new MeetingTimeQuery(seeker, parties, duration, window(date, days, site), Optional.empty(), taste)));
    }

    /** The days of the first site, from midnight to midnight. */
    static Interval window(LocalDate first, int days, Site site) {
        return Interval.of(
                WallTime.instant(first.atStartOfDay(), site.zone()),
                WallTime.instant(first.plusDays(days).atStartOfDay(), site.zone()));
    }

    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        if (form.parties().isEmpty() || form.parties().size() > MeetingTimeQuery.MOST_PARTIES) {
            complaints.add("add", "conference.error.parties", MeetingTimeQuery.MOST_PARTIES);
        }
        for (int row = 0; row < form.parties().size(); row++) {
            MeetingTimesForm.PartyRow each = form.parties().get(row);
            Optional<Site> site =
                    Optional.of(each.site()).filter(Slug::isSlug).flatMap(id -> directory.site(new SiteId(id)));
            if (site.isEmpty()) {
                complaints.add("site-" + row, "conference.error.site");
            }
            int people = number(each.people(), "people-" + row, Content.MOST_PEOPLE, "search.error.people");
            Set<String> need = each.need().isBlank() ? Set.of() : Set.of(each.need());
            site.ifPresent(known -> parties.add(new Party(known.id(), people, need)));
        }
        return parties;
    }

    private Optional<Duration> length() {
        Optional<Duration> length = complaints
                .read("length", form.length(), WrittenTimes::duration, "book.error.length")
                .filter(each -> each.compareTo(SHORTEST) >= 0 && each.compareTo(LONGEST) <= 0)
                .filter(each -> each.toSeconds() % SHORTEST.toSeconds() == 0);
        if (length.isEmpty()) {
            complaints.add("length", "book.error.length");
        }
        return length;
    }

    private Optional<LocalDate> date() {
        return complaints.read("date", form.span().date(), WrittenTimes::date, "book.error.date");
    }

    private TimeTaste taste() {
        MeetingTimesForm.FormWish wish = form.wish();
        Set<RoomKind> kinds = Arrays.stream(RoomKind.values())
                .filter(kind -> !kind.isCountable() && kind.name().equals(wish.kind()))
                .collect(Collectors.toSet());
        Order order = wish.order().equals(Order.SCORE.name()) ? Order.SCORE : Order.START;
        return new TimeTaste(MeetingTimeQuery.MOST_SLOTS, order, hours(), kinds, wish.sameKind(), Optional.empty());
    }

    private Optional<DayHours> hours() {
        MeetingTimesForm.Span span = form.span();
        if (span.from().isBlank() && span.to().isBlank()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = complaints.read("from", span.from(), WrittenTimes::timeOfDay, "book.error.start");
        Optional<LocalTime> to = complaints.read("to", span.to(), WrittenTimes::endTime, "book.error.until");
        if (from.isPresent() && to.isPresent() && !DayHours.areInOrder(from.get(), to.get())) {
            complaints.add("to", "book.error.until");
            return Optional.empty();
        }
        return from.flatMap(start -> to.map(end -> new DayHours(start, end)));
    }

    private int number(String text, String field, int most, String key) {
        String digits = text.strip();
        int number = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) {
            complaints.add(field, key, most);
            return 1;
        }
        return number;
    }
}
