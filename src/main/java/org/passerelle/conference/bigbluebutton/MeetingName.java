package org.passerelle.conference.bigbluebutton;

import org.passerelle.platform.text.Text;

/**
 * What BigBlueButton is told that a conference is called: 2 to 256 characters ({@code MeetingNameConstraint} of its
 * {@code bbb-common-web}), and no comma, which servers before 2.5 refuse as well. Everybody inside reads it.
 */
final class MeetingName {

    /** For a conference whose title is told to nobody, and where a server wants none of ours. */
    static final String PLAIN = "Passerelle";

    private static final int LONGEST = 256;

    private MeetingName() {}

    static String of(String title) {
        String name = Text.line(title.replace(',', ';'), LONGEST);
        if (name.isEmpty()) {
            return PLAIN;
        }
        return name.length() > 1 ? name : name + " (" + PLAIN + ")";
    }
}
