package org.passerelle.web.room;

import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.Layout;

/**
 * A room seen from above, drawn from its kind, its seats and its layout; not to scale. The paths are SVG, in units of which a
 * chair takes six.
 *
 * @param chairs how many are drawn, which are no more than can be told apart
 */
record RoomDrawing(int width, int height, String tables, String seats, String screens, int chairs) {

    /** The room as it is. */
    static RoomDrawing of(Room room) {
        return switch (room.kind()) {
            case MEETING -> Furnishing.board(room.capacity(), false);
            case VISIO -> Furnishing.horseshoe(room.capacity());
            case TELEPRESENCE -> Furnishing.facingScreens(room.capacity());
            case TRAINING -> Furnishing.classroom(room.capacity());
            case OFFICE, DESK -> Furnishing.desks(room.capacity());
            case EQUIPMENT -> Furnishing.shelf(room.capacity());
        };
    }

    /** As it is for a meeting in {@code layout}; empty where nobody knows what that looks like. */
    static Optional<RoomDrawing> of(Room room, Layout layout) {
        int seats = layout.seats().orElse(room.capacity());
        return switch (layout.id()) {
            case "theatre" -> Optional.of(Furnishing.theatre(seats));
            case "classroom" -> Optional.of(Furnishing.classroom(seats));
            case "u-shape" -> Optional.of(Furnishing.horseshoe(seats));
            case "board" -> Optional.of(Furnishing.board(seats, true));
            case "circle" -> Optional.of(Furnishing.circle(seats));
            case "cabaret", "banquet", "islands" -> Optional.of(Furnishing.roundTables(seats));
            case "cocktail" -> Optional.of(Furnishing.standing(seats));
            default -> Optional.empty();
        };
    }

    public String viewBox() {
        return "0 0 " + width + " " + height;
    }
}
