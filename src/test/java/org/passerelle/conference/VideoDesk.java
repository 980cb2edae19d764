package org.passerelle.conference;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Conferences put together by hand over the bookings of a desk. */
public final class VideoDesk {

    static final Proofs PROOFS = new Proofs(() -> "a key for tests".getBytes(StandardCharsets.US_ASCII));
    static final ConferenceProperties SETTINGS = new ConferenceProperties(
            Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(1), "jitsi", Map.of(), Map.of());

    public final GuaranteedEnd guaranteed;
    public final VideoMeetings meetings;
    public final ConferencePresence presence;
    final Providers providers;
    final Closing closing;
    final Endings endings;

    public VideoDesk(BookingDesk desk, Provider... providers) {
        this.meetings = new VideoMeetings(desk.reading, Rooms::directory, new ConferenceNames(PROOFS), SETTINGS);
        this.guaranteed = new GuaranteedEnd(desk.reading, Rooms::directory);
        this.endings = new Endings(desk.reading, guaranteed, desk.staying, Rooms::directory, desk.clock);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Provider provider : providers) {
            beans.addBean(provider.name(), provider);
        }
        this.providers = new Providers(beans.getBeanProvider(Provider.class), SETTINGS, Rooms::directory);
        this.presence = new ConferencePresence(meetings, this.providers, desk.clock);
        this.closing = new Closing(
                meetings,
                desk.reading,
                Rooms::directory,
                this.providers,
                new Overtime(desk.staying, SETTINGS),
                SETTINGS,
                desk.clock);
    }

    /** Secrets of links, made with a key for tests. */
    public static JoinTokens tokens() {
        return new JoinTokens(PROOFS);
    }

    public VideoMeeting only(Booking booking) {
        return meetings.of(booking).get(0);
    }
}
