package org.passerelle.api.directory;

/** What the document says of the calls that change parts of the directory. */
final class PartTexts {

    static final String DRY_RUN =
            "With true nothing is changed, and the answer holds only affected: the dates of bookings that"
                    + " would lie where nobody could book them";
    static final String ON_BOOKINGS = "What becomes of these bookings, as when another directory is put in force";
    static final String ON_REMOVAL =
            "CANCEL calls off what is booked there, now or later; without it bookings ahead are in the" + " way";
    static final String REASON = "What whoever has booked is told, in one line of at most 200 characters";

    private PartTexts() {}
}
