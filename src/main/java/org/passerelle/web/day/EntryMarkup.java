package org.passerelle.web.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.web.PageWords;

/** Writes days with what is in them as HTML: a list, columns of a week, or a month. */
final class EntryMarkup {

    private static final int AN_ENTRY = 300;

    /** As many as a day of a month has room for. */
    private static final int MOST_IN_A_MONTH = 3;

    private final PageWords words;
    private final Locale locale;
    private final CalendarSubject subject;
    private final LocalDate today;
    private final String context;

    /** Made while a request is answered, whose context its links begin with. */
    EntryMarkup(PageWords words, Locale locale, CalendarSubject subject, LocalDate today) {
        this.words = words;
        this.locale = locale;
        this.subject = subject;
        this.today = today;
        this.context = PieceMarkup.context();
    }

    /** @param taken how much of a day is taken, in hundredths; nothing is said of a day that is missing */
    String of(CalendarSpan span, List<CalendarEntry> entries, Map<LocalDate, Integer> taken) {
        StringBuilder html = new StringBuilder((entries.size() + 1) * AN_ENTRY);
        boolean isMonth = span.view() == CalendarView.MONTH;
        if (isMonth) {
            weekdays(span.first(), html);
        }
        html.append("<ol class=\"days by-").append(span.view().path()).append("\">");
        for (LocalDate date : span.days()) {
            List<CalendarEntry> ofDay =
                    entries.stream().filter(entry -> entry.isOn(date)).toList();
            if (span.view() != CalendarView.LIST || !ofDay.isEmpty()) {
                day(date, span, ofDay, taken, html);
            }
        }
        return html.append("</ol>").toString();
    }

    /** Above the days, which have the whole of their date for whoever does not see that. */
    private void weekdays(LocalDate first, StringBuilder html) {
        html.append("<ol class=\"weekdays\" aria-hidden=\"true\">");
        WeekDay.around(first, locale)
                .forEach(day ->
                        html.append("<li>").append(PieceMarkup.text(day.name())).append("</li>"));
        html.append("</ol>");
    }

    private void day(
            LocalDate date,
            CalendarSpan span,
            List<CalendarEntry> entries,
            Map<LocalDate, Integer> taken,
            StringBuilder html) {
        boolean isMonth = span.view() == CalendarView.MONTH;
        html.append("<li class=\"day on").append(date.getDayOfWeek().getValue());
        boolean isShut = isMonth && subject.kind() != CalendarSubject.Kind.PERSON && !taken.containsKey(date);
        html.append(date.equals(today) ? " today" : "").append(entries.isEmpty() ? " bare" : "");
        html.append(isShut ? " shut" : "");
        html.append("\"><h2><a href=\"")
                .append(context)
                .append(PieceMarkup.text(link(date)))
                .append('"');
        html.append(date.equals(today) ? " aria-current=\"date\">" : ">");
        if (isMonth) {
            html.append("<span class=\"number\" aria-hidden=\"true\">").append(date.getDayOfMonth());
            html.append("</span><span class=\"whole\">").append(day(date)).append("</span>");
        } else {
            html.append(
                    span.view() == CalendarView.WEEK ? PieceMarkup.text(PageWords.shortDay(date, locale)) : day(date));
        }
        html.append("</a></h2>");
        if (isShut) {
            html.append("<p class=\"share\">").append(word("piece.closed")).append("</p>");
        }
        Integer share = taken.get(date);
        if (share != null) {
            share(share, html);
        }
        if (entries.isEmpty() && !isMonth) {
            html.append("<p class=\"muted\">").append(word("calendar.nothing")).append("</p>");
        }
        int most = isMonth && entries.size() > MOST_IN_A_MONTH + 1 ? MOST_IN_A_MONTH : entries.size();
        html.append("<ul>");
        entries.stream().limit(most).forEach(entry -> entry(entry, html));
        html.append("</ul>");
        if (most < entries.size()) {
            html.append("<a class=\"rest\" href=\"").append(context).append(PieceMarkup.text(link(date)));
            html.append("\">")
                    .append(text("calendar.more", entries.size() - most))
                    .append("</a>");
        }
        html.append("</li>");
    }

    /** Where one sees the whole of a day. */
    private String link(LocalDate date) {
        return subject.kind() == CalendarSubject.Kind.SITE
                ? "/day?site=" + subject.site().id() + "&date=" + date
                : subject.path() + "/week?from=" + date;
    }

    private void share(int hundredths, StringBuilder html) {
        html.append("<p class=\"share\"><svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"");
        html.append(
                " aria-hidden=\"true\" focusable=\"false\"><rect class=\"free\" width=\"100\" height=\"10\"></rect>");
        html.append("<rect class=\"busy\" width=\"").append(hundredths).append("\" height=\"10\"></rect></svg> ");
        html.append(text("calendar.share", hundredths)).append("</p>");
    }

    private void entry(CalendarEntry entry, StringBuilder html) {
        CalendarEntry.Words said = entry.words();
        String zone = said.zone().map(other -> " " + other).orElse("");
        String tag = entry.booking().isPresent() ? "a" : "span";
        html.append("<li class=\"entry ").append(colour(entry.whose()));
        html.append(entry.isFirm() ? "\">" : " tentative\">");
        html.append('<').append(tag);
        entry.booking().ifPresent(booking -> {
            html.append(" href=\"").append(context).append(PieceMarkup.text("/bookings/" + booking.id()));
            html.append('"');
            booking.date()
                    .ifPresent(date -> html.append(" data-date=\"").append(date).append('"'));
        });
        html.append(" title=\"").append(PieceMarkup.text(title(entry) + zone)).append("\">");
        html.append("<span class=\"when\">").append(said.times()).append("</span> ");
        if (!zone.isEmpty()) {
            html.append("<span class=\"zone\">")
                    .append(PieceMarkup.text(zone.strip()))
                    .append("</span> ");
        }
        html.append("<span class=\"label\">")
                .append(PieceMarkup.text(said.title()))
                .append("</span>");
        if (!said.rooms().isEmpty()) {
            html.append(" <span class=\"at\">")
                    .append(PieceMarkup.text(said.rooms()))
                    .append("</span>");
        }
        html.append(" <span class=\"of\">").append(word("whose." + entry.whose().style()));
        html.append(entry.isFirm() ? "" : word("piece.tentative.mark")).append("</span>");
        html.append("</").append(tag).append("></li>");
    }

    private static String colour(Whose whose) {
        return whose == Whose.OTHERS ? "theirs" : whose.style();
    }

    private static String title(CalendarEntry entry) {
        CalendarEntry.Words said = entry.words();
        return said.title() + (said.rooms().isEmpty() ? "" : ", " + said.rooms()) + ", " + said.times();
    }

    private String day(LocalDate date) {
        return PieceMarkup.text(PageWords.day(date, locale));
    }

    private String word(String key) {
        return PieceMarkup.text(words.text(key, locale));
    }

    private String text(String key, Object argument) {
        return PieceMarkup.text(words.text(key, locale, argument));
    }
}
