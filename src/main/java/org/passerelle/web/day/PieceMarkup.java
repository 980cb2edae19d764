package org.passerelle.web.day;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.web.PageWords;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** Writes the pieces of a lane as HTML, each a link where something can be done. Part of {@link LaneMarkup}. */
final class PieceMarkup {

    private final PageWords words;
    private final Locale locale;
    private final String bookLink;
    private final String bookingLink;

    /** The words that pieces without a label of their own have, and others that come again and again. */
    private final Map<String, String> known = new HashMap<>();

    /** Made while a request is answered, whose context its links begin with. */
    PieceMarkup(PageWords words, Locale locale, Site site, LocalDate date) {
        this.words = words;
        this.locale = locale;
        this.bookLink = context() + text("/book?site=" + site.id() + "&date=" + date + "&room=");
        this.bookingLink = context() + "/bookings/";
    }

    /** Where links within the program begin. */
    static String context() {
        String path =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath();
        return path == null ? "" : text(path);
    }

    /** Whatever people wrote, harmless in a text and in an attribute. */
    static String text(String anything) {
        return HtmlUtils.htmlEscape(anything, "UTF-8");
    }

    String word(String key) {
        return known.computeIfAbsent(key, name -> text(words.text(name, locale)));
    }

    void pieces(Lane lane, StringBuilder html) {
        pieces(lane, Piece::width, html);
    }

    /** @param width how wide a piece is drawn, or how high, in slots */
    void pieces(Lane lane, ToIntFunction<Piece> width, StringBuilder html) {
        for (Piece piece : lane.pieces()) {
            html.append("<li class=\"piece ").append(piece.style()).append(" w").append(width.applyAsInt(piece));
            html.append(piece.whose());
            if (piece.isFree() && !piece.label().isEmpty()) {
                html.append(" partly");
            }
            html.append("\">");
            if (piece.isFree()) {
                starts(lane.room(), piece, html);
            } else {
                block(piece, html);
            }
            html.append("</li>");
        }
    }

    /** The first half-hour says it all; the others are for a finger or a mouse that aims at them. */
    private void starts(Room room, Piece piece, StringBuilder html) {
        boolean first = true;
        for (Piece.PieceStart start : piece.starts()) {
            html.append("<a class=\"start ").append(first ? "w" : "more w").append(start.width());
            html.append(first ? "\"" : "\" tabindex=\"-1\" aria-hidden=\"true\"");
            html.append(" data-at=\"").append(start.time()).append("\" href=\"");
            html.append(bookLink).append(text(room.id().value())).append("&amp;start=");
            html.append(start.time()).append("\">");
            if (first) {
                String label = piece.label().isEmpty() ? word("piece.free") : text(piece.label());
                html.append("<span class=\"text\"><span class=\"when\">").append(times(piece));
                html.append("</span> <span>").append(label).append("</span></span><span class=\"vh\">");
                html.append(text(words.text("day.book.room", locale, room.name())))
                        .append("</span>");
            }
            html.append("</a>");
            first = false;
        }
    }

    private void block(Piece piece, StringBuilder html) {
        String label = piece.label().isEmpty() ? word("piece." + piece.word()) : text(piece.label());
        String times = times(piece);
        String tag = piece.booking().isPresent() ? "a" : "span";
        html.append('<').append(tag).append(" class=\"block\"");
        piece.booking().ifPresent(booking -> {
            html.append(" href=\"").append(bookingLink);
            html.append(text(booking.id().value())).append('"');
            booking.date()
                    .ifPresent(date -> html.append(" data-date=\"").append(date).append('"'));
            if (booking.isMovable()) {
                html.append(" data-move=\"").append(piece.from()).append('-');
                html.append(piece.to()).append('"');
            }
        });
        html.append(" title=\"").append(label).append(", ").append(times);
        piece.booking().ifPresent(booking -> html.append(", ").append(whose(booking)));
        html.append("\"><span class=\"text\">");
        html.append("<span class=\"label\">")
                .append(label)
                .append("</span> <span class=\"when\">")
                .append(times);
        html.append("</span></span>");
        if (piece.kind() == Piece.PieceKind.TENTATIVE) {
            html.append("<span class=\"vh\">")
                    .append(word("piece.tentative.mark"))
                    .append("</span>");
        }
        piece.booking()
                .filter(booking -> booking.whose() != Whose.OTHERS)
                .ifPresent(booking -> html.append("<span class=\"vh\">, ")
                        .append(whose(booking))
                        .append("</span>"));
        html.append("</").append(tag).append('>');
    }

    private String whose(Piece.PieceBooking booking) {
        return word("whose." + booking.whose().style());
    }

    private static String times(Piece piece) {
        return piece.from() + "–" + piece.to();
    }
}
