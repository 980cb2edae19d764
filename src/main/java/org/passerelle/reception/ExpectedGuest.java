package org.passerelle.reception;

import org.passerelle.platform.text.Text;

/**
 * Somebody who comes to a meeting, as the reception greets them.
 *
 * @param name 1 to 100 characters in one line
 * @param organisation whom they come from, at most 100 characters; may be empty
 */
public record ExpectedGuest(String name, String organisation) {

    public static final int LONGEST = 100;

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public ExpectedGuest {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A guest has a name");
        }
        Text.requireLine("name", name, LONGEST);
        Text.requireLine("organisation", organisation, LONGEST);
    }
}
