package org.passerelle.calendar;

import java.net.URI;

/** A link to join by video, as programs look for it: RFC 7986 section 5.11, RFC 5545 section 3.8.4.6, and Google's own. */
final class LinkLines {

    private LinkLines() {}

    static void write(IcsWriter out, URI link) {
        String uri = link.toString();
        out.write(ContentLine.plain("CONFERENCE", uri)
                        .with("VALUE", "URI")
                        .with("FEATURE", "AUDIO", "VIDEO")
                        .with("LABEL", "Join"))
                .write(ContentLine.plain("X-GOOGLE-CONFERENCE", uri))
                .write(ContentLine.plain("URL", uri));
    }
}
