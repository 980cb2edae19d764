package org.passerelle.booking.arrangement;

import org.passerelle.platform.text.Text;

/**
 * So much of a service, on every date of a booking.
 *
 * @param service its id
 * @param quantity 1 to {@value #MOST}
 * @param note what the site should know of it, in one line of at most {@value #LONGEST_NOTE} characters; may be empty
 */
public record ServiceOrder(String service, int quantity, String note) {

    public static final int MOST = 1_000;
    public static final int LONGEST_NOTE = 500;

    String inShort() {
        return service + " " + quantity + (note.isEmpty() ? "" : " (" + note + ")");
    }

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public ServiceOrder {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("A service is ordered 1 to " + MOST + " times");
        }
        if (!note.isEmpty()) {
            Text.requireLine("note", note, LONGEST_NOTE);
        }
    }
}
