package org.passerelle.web.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;

/** Writes a room's week as HTML: its days side by side, time from above to below; on a phone one day below the other. */
final class WeekMarkup {

    private static final int USUAL_LENGTH = 32_768;

    /** More hours than that are drawn higher. */
    private static final int USUAL_HEIGHT = 12 * 13;

    private final PageWords words;
    private final Locale locale;
    private final Site site;
    private final Instant now;

    WeekMarkup(PageWords words, Locale locale, Site site, Instant now) {
        this.words = words;
        this.locale = locale;
        this.site = site;
        this.now = now;
    }

    /** A day of the room. */
    record WeekLane(DayWindow window, Lane lane) {}

    String of(List<WeekLane> days) {
        WeekRows rows = new WeekRows(days.stream().map(WeekLane::window).toList());
        StringBuilder html = new StringBuilder(USUAL_LENGTH);
        html.append("<div class=\"weekgrid").append(rows.height() > USUAL_HEIGHT ? " high" : "");
        html.append("\" data-room=\"")
                .append(PieceMarkup.text(days.get(0).lane().room().id().value()));
        boolean isEven =
                days.stream().allMatch(day -> DayWindow.width(day.window().shown()) == rows.height());
        if (isEven) {
            // Where an hour is missing or comes twice, a height says no time.
            html.append("\" data-from=\"").append(rows.scale().get(0).label());
            html.append("\" data-slots=\"").append(rows.height());
        }
        html.append("\"><div class=\"hours\" aria-hidden=\"true\">");
        for (DayWindow.Hour hour : rows.scale()) {
            html.append("<span class=\"w").append(hour.width()).append("\"><i>");
            html.append(hour.label()).append("</i></span>");
        }
        html.append("</div><ol class=\"wdays\">");
        days.forEach(day -> day(day, rows, html));
        return html.append("</ol></div>").toString();
    }

    private void day(WeekLane day, WeekRows rows, StringBuilder html) {
        LocalDate date = day.window().date();
        boolean isToday = date.equals(now.atZone(site.zone()).toLocalDate());
        PieceMarkup pieces = new PieceMarkup(words, locale, site, date);
        html.append("<li class=\"wday").append(isToday ? " today" : "");
        html.append("\" data-date=\"").append(date);
        html.append("\"><h2><a href=\"").append(PieceMarkup.context());
        html.append(PieceMarkup.text("/day?site=" + site.id() + "&date=" + date))
                .append('"');
        html.append(isToday ? " aria-current=\"date\">" : ">");
        html.append(PieceMarkup.text(PageWords.shortDay(date, locale))).append("</a></h2>");
        String closed = site.closures().stream()
                .filter(closure -> closure.covers(date))
                .findFirst()
                .map(Closure::reason)
                .map(reason -> words.text("day.closed.for", locale, reason))
                .orElse("");
        boolean isBare = day.lane().pieces().stream().noneMatch(WeekMarkup::isListed);
        if (!closed.isEmpty() || isBare) {
            html.append("<p class=\"muted why")
                    .append(closed.isEmpty() ? " narrowly" : "")
                    .append("\">");
            html.append(closed.isEmpty() ? nothing(day, pieces) : PieceMarkup.text(closed))
                    .append("</p>");
        }
        html.append("<div class=\"wcol\">");
        now(day.window(), rows, html);
        html.append("<ol class=\"pieces\" aria-label=\"");
        html.append(PieceMarkup.text(PageWords.day(date, locale))).append("\">");
        pieces.pieces(day.lane(), piece -> rows.height(piece.time(), day.window()), html);
        html.append("</ol></div></li>");
    }

    /** Whether it is shown on a phone. */
    private static boolean isListed(Piece piece) {
        return switch (piece.kind()) {
            case PAST, CLOSED, BUFFER -> false;
            default -> true;
        };
    }

    private static String nothing(WeekLane day, PieceMarkup pieces) {
        boolean isPast = day.lane().pieces().stream().anyMatch(piece -> piece.kind() == Piece.PieceKind.PAST);
        return pieces.word(isPast ? "piece.past" : "piece.closed");
    }

    /** The line that marks the present. */
    private void now(DayWindow window, WeekRows rows, StringBuilder html) {
        Instant slot = Slots.start(Slots.containing(now));
        Interval shown = window.shown();
        if (!shown.contains(slot) || slot.equals(shown.start())) {
            return;
        }
        html.append("<div class=\"wnow\" aria-hidden=\"true\"><i class=\"w");
        html.append(rows.height(Interval.of(shown.start(), slot), window));
        html.append("\"></i><b></b><i class=\"w");
        html.append(rows.height(Interval.of(slot, shown.end()), window)).append("\"></i></div>");
    }
}
