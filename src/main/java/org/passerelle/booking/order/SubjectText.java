package org.passerelle.booking.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order is about, as it was written.
 *
 * @param headcount in digits
 * @param visibility the name of a {@link org.passerelle.booking.model.Visibility}
 * @param layout a word; empty to leave the rooms as they are
 * @param services all that is to be ordered
 */
public record SubjectText(
        @Nullable String title,
        @Nullable String notes,
        @Nullable String headcount,
        @Nullable String visibility,
        @Nullable List<@Nullable InviteeText> attendees,
        @Nullable ConferenceText conference,
        @Nullable String layout,
        @Nullable List<@Nullable ServiceText> services) {

    /** Somebody to invite. */
    public record InviteeText(
            @Nullable String email, @Nullable String name) {}

    /**
     * So much of a service.
     *
     * @param quantity in digits; one if it is left out
     */
    public record ServiceText(
            @Nullable String service,
            @Nullable String quantity,
            @Nullable String note) {}

    /** Of which nobody is invited, and nothing is linked or ordered. */
    public static SubjectText of(String title, String notes, String headcount) {
        return new SubjectText(title, notes, headcount, null, null, null, null, null);
    }

    SubjectText linkedBy(@Nullable ConferenceText wish) {
        return new SubjectText(title, notes, headcount, visibility, attendees, wish, layout, services);
    }

    SubjectText inviting(List<@Nullable InviteeText> invited) {
        return new SubjectText(title, notes, headcount, visibility, invited, conference, layout, services);
    }

    /** The same in rooms furnished so, with these services. */
    public SubjectText arranged(String word, List<@Nullable ServiceText> ordered) {
        return new SubjectText(title, notes, headcount, visibility, attendees, conference, word, ordered);
    }
}
