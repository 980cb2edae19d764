package org.passerelle.web.day;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;

/** Writes a site's week as HTML: a row for each room, a cell for each day, which leads to that day. */
final class SiteWeekMarkup {

    private static final int A_ROW = 4_096;

    private final PageWords words;
    private final Locale locale;
    private final Site site;
    private final LocalDate today;
    private final String context;

    /** Made while a request is answered, whose context its links begin with. */
    SiteWeekMarkup(PageWords words, Locale locale, Site site, LocalDate today) {
        this.words = words;
        this.locale = locale;
        this.site = site;
        this.today = today;
        this.context = PieceMarkup.context();
    }

    /**
     * @param mine on which days whoever looks has it
     * @param firm on which days colleagues have it
     */
    record RoomWeek(Room room, List<RoomDays.RoomDay> days, Set<LocalDate> mine, Set<LocalDate> firm) {}

    String of(List<LocalDate> days, List<RoomWeek> rooms) {
        StringBuilder html = new StringBuilder((rooms.size() + 1) * A_ROW);
        html.append("<table class=\"siteweek\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
        html.append("<th scope=\"col\" role=\"columnheader\">")
                .append(word("calendar.room"))
                .append("</th>");
        for (LocalDate date : days) {
            html.append("<th scope=\"col\" role=\"columnheader\"");
            html.append(date.equals(today) ? " class=\"today\">" : ">");
            html.append("<a href=\"").append(link(date)).append('"');
            html.append(date.equals(today) ? " aria-current=\"date\">" : ">");
            html.append(PieceMarkup.text(PageWords.shortDay(date, locale))).append("</a></th>");
        }
        html.append("</tr></thead><tbody role=\"rowgroup\">");
        rooms.forEach(room -> row(room, html));
        return html.append("</tbody></table>").toString();
    }

    private void row(RoomWeek week, StringBuilder html) {
        html.append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"")
                .append(context);
        html.append("/rooms/").append(week.room().id()).append("/week?from=");
        html.append(week.days().get(0).window().date()).append("\">");
        html.append(PieceMarkup.text(week.room().name())).append("</a></th>");
        for (RoomDays.RoomDay day : week.days()) {
            cell(day, week, html);
        }
        html.append("</tr>");
    }

    private void cell(RoomDays.RoomDay day, RoomWeek week, StringBuilder html) {
        LocalDate date = day.window().date();
        boolean isMine = week.mine().contains(date);
        boolean isOfTheFirm = week.firm().contains(date);
        html.append("<td role=\"cell\" class=\"").append(state(day)).append(isMine ? " mine" : "");
        html.append(isOfTheFirm ? " firm\">" : "\">");
        html.append("<a href=\"").append(link(date)).append("\"><svg class=\"bar\" viewBox=\"0 0 ");
        html.append(DayWindow.width(day.window().shown()));
        html.append(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        for (Lane.Bar bar : day.bars()) {
            html.append("<rect class=\"").append(bar.style()).append("\" x=\"").append(bar.from());
            html.append("\" width=\"").append(bar.width()).append("\" height=\"10\"></rect>");
        }
        html.append("</svg><span>").append(said(day)).append("</span>");
        html.append(isMine ? "<b class=\"own\">" + word("whose.mine") + "</b>" : "");
        html.append(isOfTheFirm ? "<b class=\"of-firm\">" + word("whose.firm") + "</b>" : "")
                .append("</a></td>");
    }

    private static String state(RoomDays.RoomDay day) {
        if (day.free() > 0) {
            return "some";
        }
        return day.isOpen() ? "none" : "shut";
    }

    private String said(RoomDays.RoomDay day) {
        if (day.free() > 0) {
            Duration left = Slots.LENGTH.multipliedBy(day.free());
            return PieceMarkup.text(words.text("calendar.free", locale, DurationTexts.of(left, locale)));
        }
        boolean isBusy = day.bars().stream().anyMatch(bar -> bar.style().equals("busy"));
        if (isBusy && day.isOpen()) {
            return word("calendar.full");
        }
        boolean isPast = day.bars().stream().anyMatch(bar -> bar.style().equals("past"));
        return word(isPast ? "piece.past" : day.isOpen() ? "calendar.not-now" : "piece.closed");
    }

    private String link(LocalDate date) {
        return context + PieceMarkup.text("/day?site=" + site.id() + "&date=" + date);
    }

    private String word(String key) {
        return PieceMarkup.text(words.text(key, locale));
    }
}
