package org.passerelle.calendar.write;

import java.net.URI;

/**
 * A link to join by video, for programs that look for it (RFC 7986 section 5.11). People read it in the description; none of
 * the properties that programs show beside that, such as URL, repeats it.
 */
final class LinkLines {

    private LinkLines() {}

    /** @param label what the link is called to people */
    static void write(IcsWriter out, URI link, String label) {
        out.write(ContentLine.plain("CONFERENCE", link.toString())
                .with("VALUE", "URI")
                .with("FEATURE", "AUDIO", "VIDEO")
                .with("LABEL", label));
    }
}
