package org.passerelle.web.planner;

import java.util.List;
import java.util.Locale;

/**
 * A day of a conference: a row a party, a column a half-hour.
 *
 * @param marks above the columns, which of the slots that are offered begin there; 0 for none
 */
record Grid(String day, List<Integer> marks, List<GridRow> rows) {

    /** What a party can do in a half-hour. */
    enum CellState {
        CLOSED,
        /** Open, and outside the hours that were asked for. */
        OUTSIDE,
        /** Every room that would do is taken. */
        BUSY,
        FREE,
        /** Part of a time at which all can meet. */
        POSSIBLE
    }

    /**
     * One half-hour.
     *
     * @param hour what to write into it, where an hour begins on the clock of the site
     * @param time when it begins there
     */
    record Cell(CellState state, String hour, String time) {

        public String style() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One party in the time of its site. */
    record GridRow(String site, String zone, List<Cell> cells) {

        public GridRow {
            cells = List.copyOf(cells);
        }
    }

    public Grid {
        marks = List.copyOf(marks);
        rows = List.copyOf(rows);
    }
}
