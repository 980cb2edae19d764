package org.passerelle.conference;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What holds conferences: one kind of video server, or whatever somebody else runs. Calls that reach out to a server wait
 * for it some seconds at most, and throw {@link ProviderFailed} when it does not do what it was asked.
 */
public interface Provider {

    /** By which bookings name it, such as {@code jitsi}. */
    String name();

    Set<Capability> capabilities();

    /** Whether it was told all that it needs; what is not ready cannot be booked. */
    boolean isReady();

    /**
     * Where a browser enters, for this person and not for long; empty if browsers cannot. Made when they press, and never
     * written down.
     */
    Optional<URI> entrance(ProviderEntry entry);

    /** What rooms and phones dial. */
    List<DialIn> dialIns(VideoMeeting meeting);

    /** Sends everybody home; nothing when nobody is there. Only with {@link Capability#END}. */
    default void end(VideoMeeting meeting) {
        throw new UnsupportedOperationException(name() + " cannot end a conference");
    }

    /** How many are there; empty if it cannot be told. */
    default OptionalInt present(VideoMeeting meeting) {
        return OptionalInt.empty();
    }

    /** Tries whether it works, for whoever sets it up. Never throws for what the server does. */
    Checkup check();

    /**
     * Somebody who wants to enter.
     *
     * @param language of whoever enters
     */
    record ProviderEntry(VideoMeeting meeting, ConferenceParticipant who, Locale language) {}
}
