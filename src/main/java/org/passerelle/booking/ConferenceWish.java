package org.passerelle.booking;

import java.util.Optional;

/**
 * The wish that a booking's rooms and people be linked by video.
 *
 * @param provider a short name such as {@code jitsi}
 * @param quality how fine its pictures are to be
 * @param generation how often the links to it were made void; each is good for its own generation only
 * @param external the ways into a conference that is hosted elsewhere
 */
public record ConferenceWish(String provider, VideoQuality quality, int generation, Optional<ExternalCall> external) {

    public ConferenceWish {
        if (!provider.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A provider is a short lower-case name");
        }
        if (generation < 0) {
            throw new IllegalArgumentException("Generations are counted from 0");
        }
    }

    /** In the quality that is usual. */
    public ConferenceWish(String provider, int generation, Optional<ExternalCall> external) {
        this(provider, VideoQuality.HD, generation, external);
    }

    public ConferenceWish(String provider) {
        this(provider, 0, Optional.empty());
    }

    public ConferenceWish in(VideoQuality wished) {
        return new ConferenceWish(provider, wished, generation, external);
    }

    /** The same conference, of which no link that was handed out is good any more. */
    public ConferenceWish withNewLinks() {
        return new ConferenceWish(provider, quality, generation + 1, external);
    }

    /** As now asked for, by somebody who does not know of generations. */
    public ConferenceWish inGenerationOf(ConferenceWish standing) {
        return new ConferenceWish(provider, quality, standing.generation(), external);
    }
}
