package org.passerelle.web.day;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.directory.Room;

/** One room's day. */
record Lane(Room room, List<Piece> pieces) {

    /** A piece of the small picture shown on phones: its style, and where it begins and how wide it is, in slots. */
    record Bar(String style, int from, int width) {}

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        int from = 0;
        for (Piece piece : pieces) {
            bars.add(new Bar(piece.style() + piece.whose(), from, piece.width()));
            from += piece.width();
        }
        return bars;
    }
}
