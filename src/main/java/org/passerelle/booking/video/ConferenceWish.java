package org.passerelle.booking.video;

import java.util.Optional;

/**
 * The wish that a booking's rooms and people be linked by video.
 *
 * @param provider a short name such as {@code jitsi}
 * @param quality how fine its pictures are to be
 * @param links which of the links to it are good
 * @param external the ways into a conference that is hosted elsewhere
 */
public record ConferenceWish(
        String provider, VideoQuality quality, LinkGenerations links, Optional<ExternalCall> external) {

    public ConferenceWish {
        if (!provider.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A provider is a short lower-case name");
        }
    }

    /** In the quality that is usual, before any link was made void. */
    public ConferenceWish(String provider, Optional<ExternalCall> external) {
        this(provider, VideoQuality.HD, LinkGenerations.FIRST, external);
    }

    public ConferenceWish(String provider) {
        this(provider, Optional.empty());
    }

    public ConferenceWish in(VideoQuality wished) {
        return new ConferenceWish(provider, wished, links, external);
    }

    /** The same conference, of which no link that was handed out is good any more. */
    public ConferenceWish withNewLinks() {
        return with(links.next());
    }

    /** The same conference, of which the link that {@code holder} was given is good no more. */
    public ConferenceWish withNewLink(String holder) {
        return with(links.next(holder));
    }

    /** As now asked for, by somebody who does not know of generations. */
    public ConferenceWish inGenerationOf(ConferenceWish standing) {
        return with(standing.links());
    }

    private ConferenceWish with(LinkGenerations changed) {
        return new ConferenceWish(provider, quality, changed, external);
    }
}
