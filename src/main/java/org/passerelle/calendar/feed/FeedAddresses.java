package org.passerelle.calendar.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Where a feed is fetched, and the links by which calendar programs subscribe to it. */
@Component
public class FeedAddresses {

    private final PublicUrl publicUrl;

    FeedAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * @param plain to be pasted: Thunderbird, and any other program
     * @param webcal opened by Apple Calendar and Outlook for the desktop
     * @param outlookOnTheWeb a page of Outlook that subscribes
     * @param google a page of Google Calendar that subscribes
     */
    public record Links(URI plain, URI webcal, URI outlookOnTheWeb, URI google) {}

    public URI of(FeedResult.Issued feed) {
        return publicUrl.link("/feeds/" + feed.token() + ".ics");
    }

    /** @param name under which the calendar is shown where the link says one */
    public Links links(URI plain, String name) {
        URI webcal = URI.create(
                "webcal" + plain.toString().substring(plain.getScheme().length()));
        return new Links(
                plain,
                webcal,
                URI.create("https://outlook.office.com/calendar/0/addfromweb?url=" + encoded(plain.toString())
                        + "&name=" + encoded(name)),
                URI.create("https://calendar.google.com/calendar/r?cid=" + encoded(webcal.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
