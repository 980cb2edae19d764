package org.passerelle.web.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.passerelle.directory.Room;
import org.passerelle.web.PageWords;

/**
 * Writes the lanes of a day as HTML. A busy site's day has four thousand expressions in them, for which a template took thirty
 * milliseconds of the forty of a page.
 */
final class LaneMarkup {

    private static final int USUAL_LENGTH = 4_096;
    private static final int HOUR_DIGITS = 2;

    private final PageWords words;
    private final Locale locale;
    private final PieceMarkup pieces;
    private final String context;

    LaneMarkup(PageWords words, Locale locale, PieceMarkup pieces) {
        this.words = words;
        this.locale = locale;
        this.pieces = pieces;
        this.context = PieceMarkup.context();
    }

    /** One item of a list for each lane. */
    String lanes(DayWindow window, List<Lane> lanes) {
        int slots = DayWindow.width(window.shown());
        String ticks = ticks(window);
        StringBuilder html = new StringBuilder(lanes.size() * USUAL_LENGTH);
        for (Lane lane : lanes) {
            html.append("<li class=\"lane\" data-room=\"")
                    .append(PieceMarkup.text(lane.room().id().value()));
            html.append("\">");
            head(lane.room(), window.date(), html);
            html.append("<svg class=\"bar\" viewBox=\"0 0 ").append(slots);
            html.append(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
            bars(lane, html);
            html.append("</svg>").append(ticks);
            html.append("<ol class=\"pieces\" aria-label=\"")
                    .append(PieceMarkup.text(lane.room().name()));
            html.append("\">");
            pieces.pieces(lane, html);
            html.append("</ol></li>");
        }
        return html.toString();
    }

    private void head(Room room, LocalDate date, StringBuilder html) {
        String name = PieceMarkup.text(room.name());
        html.append("<div class=\"room\">");
        icon(room.kind().name().toLowerCase(Locale.ROOT), html);
        html.append("<div><h2><a href=\"").append(context).append("/rooms/");
        html.append(PieceMarkup.text(room.id().value())).append("/week?from=").append(date);
        html.append("\">").append(name).append("</a></h2><p><span class=\"seats\">");
        if (room.isCountable()) {
            html.append(PieceMarkup.text(words.text("room.units", locale, room.capacity())));
        } else {
            icon("seat", html);
            html.append("<span>").append(room.capacity()).append("</span><span class=\"vh\">");
            html.append(pieces.word("room.seats")).append("</span>");
        }
        html.append("</span> <span class=\"kind\">").append(pieces.word("kind." + room.kind()));
        html.append("</span> <a href=\"").append(context).append("/rooms/");
        html.append(PieceMarkup.text(room.id().value())).append("/rights\"><span>");
        html.append(pieces.word("rights.short"))
                .append("</span><span class=\"vh\">: ")
                .append(name);
        html.append("</span></a></p></div></div>");
    }

    /** One of {@code icons.html}. */
    private static void icon(String name, StringBuilder html) {
        html.append("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-");
        html.append(name).append("\"></use></svg>");
    }

    /** The small picture of a lane for phones. */
    private static void bars(Lane lane, StringBuilder html) {
        for (Lane.Bar bar : lane.bars()) {
            html.append("<rect class=\"").append(bar.style()).append("\" x=\"").append(bar.from());
            html.append("\" width=\"").append(bar.width()).append("\" y=\"0\" height=\"10\"></rect>");
        }
    }

    /** What stands below it: every other hour. */
    private static String ticks(DayWindow window) {
        StringBuilder html = new StringBuilder("<div class=\"ticks\" aria-hidden=\"true\">");
        boolean even = true;
        for (DayWindow.Hour hour : window.hours()) {
            html.append("<span class=\"w").append(hour.width()).append("\">");
            if (even) {
                html.append("<i>").append(hour.label(), 0, HOUR_DIGITS).append("</i>");
            }
            html.append("</span>");
            even = !even;
        }
        return html.append("</div>").toString();
    }
}
