package org.passerelle.web.reception;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.text.Text;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;

/**
 * Guests as somebody typed them, one a line, after the first comma whom they come from. Nothing is cut or left out in silence:
 * what is no guest is a fault.
 *
 * @param guests none while there are faults
 * @param faults at most {@value #MOST_FAULTS}, in the order of the lines
 */
public record TypedGuests(List<ExpectedGuest> guests, List<GuestFault> faults) {

    static final int MOST_FAULTS = 10;

    /**
     * Why a line is no guest.
     *
     * @param key of the sentence that says it
     * @param line its number from 1 on; of too many guests how many there are
     */
    public record GuestFault(String key, int line) {}

    public TypedGuests {
        guests = List.copyOf(guests);
        faults = List.copyOf(faults);
    }

    /** Empty lines are passed over. */
    public static TypedGuests of(String typed) {
        List<ExpectedGuest> guests = new ArrayList<>();
        List<GuestFault> faults = new ArrayList<>();
        List<String> lines = typed.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                read(lines.get(i), i + 1, guests, faults);
            }
        }
        if (guests.size() + faults.size() > GuestLists.MOST) {
            faults.add(0, new GuestFault("guests.refused", guests.size() + faults.size()));
        }
        return new TypedGuests(
                faults.isEmpty() ? guests : List.of(),
                faults.stream().limit(MOST_FAULTS).toList());
    }

    private static void read(String line, int number, List<ExpectedGuest> guests, List<GuestFault> faults) {
        int comma = line.indexOf(',');
        String name = (comma < 0 ? line : line.substring(0, comma)).strip();
        String organisation = comma < 0 ? "" : line.substring(comma + 1).strip();
        if (name.isEmpty()) {
            faults.add(new GuestFault("guests.refused.name", number));
        } else if (Math.max(name.length(), organisation.length()) > ExpectedGuest.LONGEST
                || !Text.isLine(name)
                || !Text.isLine(organisation)) {
            faults.add(new GuestFault("guests.refused.line", number));
        } else {
            guests.add(new ExpectedGuest(name, organisation));
        }
    }
}
