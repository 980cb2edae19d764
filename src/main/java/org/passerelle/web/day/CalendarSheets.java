package org.passerelle.web.day;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.directory.RoomId;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Draws what a calendar shows of some days, in HTML. */
@Component
class CalendarSheets {

    /** A list ends with the day on which it has as many. */
    private static final int LISTED = 100;

    private final CalendarEntries entries;
    private final WeekTimelines weeks;
    private final RoomDays roomDays;
    private final DayQuotas quotas;
    private final PageWords words;
    private final Clock clock;

    CalendarSheets(
            CalendarEntries entries,
            WeekTimelines weeks,
            RoomDays roomDays,
            DayQuotas quotas,
            PageWords words,
            Clock clock) {
        this.entries = entries;
        this.weeks = weeks;
        this.roomDays = roomDays;
        this.quotas = quotas;
        this.words = words;
        this.clock = clock;
    }

    /** @param span what is shown, which of a list may be less than was asked for */
    record CalendarSheet(CalendarSpan span, String html) {}

    CalendarSheet of(CalendarSubject subject, CalendarSpan span, Look look) {
        return switch (span.view()) {
            case WEEK -> new CalendarSheet(span, week(subject, span, look));
            case MONTH -> new CalendarSheet(span, month(subject, span, look));
            case LIST -> list(subject, span, look);
        };
    }

    private String week(CalendarSubject subject, CalendarSpan span, Look look) {
        return switch (subject.kind()) {
            case ROOM -> weeks.of(subject.rooms().get(0), subject.site(), span, look);
            case SITE -> siteWeek(subject, span, look);
            case PERSON -> markup(subject, look).of(span, entries.of(subject, span, look), Map.of());
        };
    }

    private String siteWeek(CalendarSubject subject, CalendarSpan span, Look look) {
        List<LocalDate> days = span.days();
        List<DayWindow> windows = DayWindow.alike(days, subject.zone(), subject.rooms(), List.of());
        Map<RoomId, Set<LocalDate>> own = entries.ownDays(subject, span, look);
        Map<RoomId, Set<LocalDate>> firm = entries.daysOfTheFirm(subject, span, look);
        QuotaLimits limits = quotas.of(subject.rooms(), span.time(subject.zone()), look);
        List<SiteWeekMarkup.RoomWeek> rows = subject.rooms().stream()
                .map(room -> new SiteWeekMarkup.RoomWeek(
                        room,
                        roomDays.of(room, windows, limits, look),
                        own.getOrDefault(room.id(), Set.of()),
                        firm.getOrDefault(room.id(), Set.of())))
                .toList();
        return new SiteWeekMarkup(words, look.locale(), subject.site(), today(subject)).of(days, rows);
    }

    /** Of rooms it is told how full they are; of a site besides what whoever looks has booked there. */
    private String month(CalendarSubject subject, CalendarSpan span, Look look) {
        boolean isOfSite = subject.kind() == CalendarSubject.Kind.SITE;
        return markup(subject, look)
                .of(
                        span,
                        isOfSite ? entries.ownOf(subject, span, look) : entries.of(subject, span, look),
                        roomDays.taken(subject.rooms(), span, subject.zone()));
    }

    private CalendarSheet list(CalendarSubject subject, CalendarSpan span, Look look) {
        List<CalendarEntry> found = new ArrayList<>();
        LocalDate last = span.first();
        for (LocalDate day : span.days()) {
            Set<CalendarEntry> known =
                    found.stream().filter(entry -> entry.isOn(day)).collect(Collectors.toSet());
            CalendarSpan only = new CalendarSpan(CalendarView.LIST, day, day.plusDays(1));
            entries.of(subject, only, look).stream()
                    .filter(entry -> !known.contains(entry))
                    .forEach(found::add);
            last = day;
            if (found.size() >= LISTED) {
                break;
            }
        }
        CalendarSpan shown = span.until(last);
        return new CalendarSheet(shown, markup(subject, look).of(shown, found, Map.of()));
    }

    private EntryMarkup markup(CalendarSubject subject, Look look) {
        return new EntryMarkup(words, look.locale(), subject, today(subject));
    }

    private LocalDate today(CalendarSubject subject) {
        return clock.instant().atZone(subject.zone()).toLocalDate();
    }
}
