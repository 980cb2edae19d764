package org.passerelle.web.room;

import java.util.Locale;

/** Puts tables, chairs and screens into a room, and walls around them. */
final class Furnishing {

    /** So many chairs can be told apart on a small drawing. */
    private static final int MOST_CHAIRS = 120;

    private static final int CHAIR = 6;
    private static final int PITCH = 9;
    private static final int GAP = 2;
    private static final int WALL = 8;
    private static final int TABLE = 14;
    private static final int AROUND_ONE = 6;

    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder seats = new StringBuilder();
    private final StringBuilder screens = new StringBuilder();
    private int chairs;

    private Furnishing() {}

    /** One table, with people along both sides and, if there are many, at its ends. */
    static RoomDrawing board(int capacity, boolean hasNoScreen) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int ends = people >= 6 ? 2 : 0;
        int above = (people - ends + 1) / 2;
        int length = Math.max(2, above) * PITCH + GAP;
        int left = WALL + CHAIR + GAP;
        int top = WALL + CHAIR + GAP;
        plan.table(left, top, length, TABLE, 3);
        plan.row(left + GAP, WALL, above);
        plan.row(left + GAP, top + TABLE + GAP, people - ends - above);
        if (ends > 0) {
            plan.chair(WALL, top + (TABLE - CHAIR) / 2);
            plan.chair(left + length + GAP, top + (TABLE - CHAIR) / 2);
        }
        int width = left + length + GAP + CHAIR + WALL;
        int height = top + TABLE + GAP + CHAIR + WALL;
        if (!hasNoScreen) {
            plan.screens.append(bar(width - 3, height / 2 - 8, 2, 16));
        }
        return plan.in(width, height);
    }

    /** Tables on three sides, open towards a screen. */
    static RoomDrawing horseshoe(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int back = Math.max(1, people / 3);
        int above = (people - back + 1) / 2;
        int below = people - back - above;
        int deep = 8;
        int inside = Math.max(back * PITCH + GAP, 2 * deep + PITCH);
        int length = Math.max(1, above) * PITCH + GAP + deep;
        int left = WALL + CHAIR + GAP;
        int top = WALL + CHAIR + GAP;
        plan.tables.append("M%d %dh%dv%dh%dv%dh%dv%dh%dz"
                .formatted(left, top, length, deep, deep - length, inside - 2 * deep, length - deep, deep, -length));
        plan.row(left + deep, WALL, above);
        plan.row(left + deep, top + inside + GAP, below);
        plan.column(WALL, top + (inside - back * PITCH + PITCH - CHAIR) / 2, back);
        int width = left + length + PITCH + WALL;
        int height = top + inside + GAP + CHAIR + WALL;
        plan.screens.append(bar(width - 3, height / 2 - 10, 2, 20));
        return plan.in(width, height);
    }

    /** One side of a curved table, or two rows, before three screens. */
    static RoomDrawing facingScreens(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int rows = people > 8 ? 2 : 1;
        int inRow = (people + rows - 1) / rows;
        int width = Math.max(4, inRow) * PITCH + 2 * WALL;
        for (int row = 0; row < rows; row++) {
            int top = WALL + 16 + row * 26;
            plan.tables.append("M%d %dq%d -8 %d 0v6q%d -8 %d 0z"
                    .formatted(
                            WALL,
                            top,
                            (width - 2 * WALL) / 2,
                            width - 2 * WALL,
                            -(width - 2 * WALL) / 2,
                            2 * WALL - width));
            int here = Math.min(inRow, people - row * inRow);
            plan.row((width - here * PITCH + PITCH - CHAIR) / 2, top + 6 + GAP, here);
        }
        int third = (width - 2 * WALL) / 3;
        for (int screen = 0; screen < 3; screen++) {
            plan.screens.append(bar(WALL + screen * third + 1, 2, third - 2, 2));
        }
        return plan.in(width, WALL + 16 + (rows - 1) * 26 + 6 + GAP + CHAIR + WALL);
    }

    /** Rows of tables for two, all towards a screen. */
    static RoomDrawing classroom(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int inRow = across(people, 2);
        int rows = (people + inRow - 1) / inRow;
        for (int row = 0; row < rows; row++) {
            int here = Math.min(inRow, people - row * inRow);
            int top = WALL + 8 + row * 19;
            for (int at = 0; at < here; at++) {
                int x = WALL + at * PITCH + at / 2 * 4;
                if (at % 2 == 0) {
                    plan.table(x, top, at + 1 < here ? 2 * PITCH : PITCH, 6, 1);
                }
                plan.chair(x + 1, top + 6 + GAP);
            }
        }
        int width = 2 * WALL + inRow * PITCH + (inRow - 1) / 2 * 4;
        plan.screens.append(bar(width / 2 - 12, 2, 24, 2));
        return plan.in(width, WALL + 8 + rows * 19 + 2);
    }

    /** Rows of chairs towards a screen, with an aisle where they are long. */
    static RoomDrawing theatre(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int inRow = across(people, 1);
        int rows = (people + inRow - 1) / inRow;
        int aisle = inRow >= 6 ? PITCH : 0;
        for (int at = 0; at < people; at++) {
            int x = at % inRow;
            plan.chair(WALL + x * PITCH + (x >= inRow / 2 ? aisle : 0), WALL + 12 + at / inRow * 11);
        }
        int width = 2 * WALL + inRow * PITCH + aisle - (PITCH - CHAIR);
        plan.screens.append(bar(width / 2 - 12, 2, 24, 2));
        return plan.in(width, WALL + 12 + rows * 11 + WALL - 5);
    }

    static RoomDrawing circle(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int radius = Math.max(14, people * PITCH * 10 / 62);
        int middle = WALL + radius + CHAIR / 2;
        plan.around(middle, middle, radius, people);
        return plan.in(2 * middle, 2 * middle);
    }

    static RoomDrawing roundTables(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int all = (people + AROUND_ONE - 1) / AROUND_ONE;
        int inRow = Math.max(1, (int) Math.ceil(Math.sqrt(all * 1.5)));
        int pitch = 36;
        for (int at = 0; at < all; at++) {
            int x = WALL + pitch / 2 - GAP + at % inRow * pitch;
            int y = WALL + pitch / 2 - GAP + at / inRow * pitch;
            plan.disc(x, y, 8);
            plan.around(x, y, 13, Math.min(AROUND_ONE, people - at * AROUND_ONE));
        }
        return plan.in(2 * WALL + inRow * pitch - 4, 2 * WALL + (all + inRow - 1) / inRow * pitch - 4);
    }

    /** A few high tables and nobody seated. */
    static RoomDrawing standing(int capacity) {
        Furnishing plan = new Furnishing();
        int all = Math.min(12, Math.max(2, capacity / 8));
        int inRow = (all + 1) / 2;
        for (int at = 0; at < all; at++) {
            plan.disc(WALL + 10 + at % inRow * 22 + (at / inRow) * 8, WALL + 10 + at / inRow * 22, 5);
        }
        return plan.in(2 * WALL + inRow * 22 + 8, 2 * WALL + 42);
    }

    /** Desks that stand back to back. */
    static RoomDrawing desks(int capacity) {
        Furnishing plan = new Furnishing();
        int people = drawn(capacity);
        int inRow = people <= 2 ? people : Math.max(2, (int) Math.ceil(Math.sqrt(people * 1.4)));
        int rows = (people + inRow - 1) / inRow;
        for (int at = 0; at < people; at++) {
            int row = at / inRow;
            int x = WALL + at % inRow * 16;
            int top = WALL + row / 2 * 40;
            if (row % 2 == 0) {
                plan.chair(x + 4, top);
                plan.table(x, top + CHAIR + GAP, 14, 8, 1);
            } else {
                plan.table(x, top + CHAIR + GAP + 9, 14, 8, 1);
                plan.chair(x + 4, top + CHAIR + GAP + 19);
            }
        }
        int height = 2 * WALL + (rows + 1) / 2 * 40 - (rows % 2 == 0 ? 7 : 24);
        return plan.in(2 * WALL + inRow * 16 - 2, height);
    }

    /** Things in a row, such as are fetched. */
    static RoomDrawing shelf(int units) {
        Furnishing plan = new Furnishing();
        int all = Math.min(12, Math.max(1, units));
        int inRow = Math.min(6, all);
        for (int at = 0; at < all; at++) {
            plan.table(WALL + at % inRow * 18, WALL + at / inRow * 16, 14, 9, 2);
            plan.screens.append(bar(WALL + at % inRow * 18 + 4, WALL + at / inRow * 16 + 4, 6, 1));
        }
        return plan.in(2 * WALL + inRow * 18 - 4, 2 * WALL + (all + inRow - 1) / inRow * 16 - 7);
    }

    private static int drawn(int people) {
        return Math.min(MOST_CHAIRS, Math.max(1, people));
    }

    /** How many sit in a row of a room that is somewhat wider than deep. */
    private static int across(int people, int step) {
        int wide = Math.max(1, (int) Math.ceil(Math.sqrt(people * 1.6)));
        return Math.min(people, (wide + step - 1) / step * step);
    }

    private void row(int x, int y, int people) {
        for (int at = 0; at < people; at++) {
            chair(x + at * PITCH, y);
        }
    }

    private void column(int x, int y, int people) {
        for (int at = 0; at < people; at++) {
            chair(x, y + at * PITCH);
        }
    }

    private void around(int x, int y, int radius, int people) {
        for (int at = 0; at < people; at++) {
            double angle = 2 * Math.PI * at / people - Math.PI / 2;
            chair(
                    x + (int) Math.round(radius * Math.cos(angle)) - CHAIR / 2,
                    y + (int) Math.round(radius * Math.sin(angle)) - CHAIR / 2);
        }
    }

    private void chair(int x, int y) {
        chairs++;
        seats.append(
                "M%d %dh4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1z".formatted(x + 1, y));
    }

    private void table(int x, int y, int width, int height, int round) {
        tables.append(
                "M%1$d %2$dh%3$da%5$d %5$d 0 0 1 %5$d %5$dv%4$da%5$d %5$d 0 0 1 -%5$d %5$dh-%3$da%5$d %5$d 0 0 1 -%5$d -%5$dv-%4$da%5$d %5$d 0 0 1 %5$d -%5$dz"
                        .formatted(x + round, y, width - 2 * round, height - 2 * round, round));
    }

    private void disc(int x, int y, int radius) {
        tables.append(String.format(
                Locale.ROOT,
                "M%d %da%3$d %3$d 0 1 0 %4$d 0a%3$d %3$d 0 1 0 -%4$d 0z",
                x - radius,
                y,
                radius,
                2 * radius));
    }

    private static String bar(int x, int y, int width, int height) {
        return "M%d %dh%dv%dh-%dz".formatted(x, y, width, height, width);
    }

    private RoomDrawing in(int width, int height) {
        return new RoomDrawing(width, height, tables.toString(), seats.toString(), screens.toString(), chairs);
    }
}
