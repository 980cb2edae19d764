package org.passerelle.web.book;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.conference.Providers;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Has the rooms of an order linked by video, by the provider that is usual for whoever orders. */
@Component
public class Linking {

    /** What stands in a form as long as nobody has chosen. */
    public static final String USUAL_QUALITY = VideoQuality.HD.name();

    private static final double KBITS_A_MBIT = 1_000;

    private final Providers providers;
    private final PageWords words;

    Linking(Providers providers, PageWords words) {
        this.providers = providers;
        this.words = words;
    }

    /** How fine pictures can be, for instance {@code HD} in the words {@code HD: 2.2 Mbit/s from each room}. */
    public record Quality(String value, String label) {}

    /** Whether there is any provider that could do it without being told more. */
    public boolean isPossible() {
        return providers.ready().stream().anyMatch(name -> !name.equals("external"));
    }

    /** All there are, the plainest first. */
    public List<Quality> qualities(Locale locale) {
        return Arrays.stream(VideoQuality.values())
                .map(each -> new Quality(
                        each.name(), words.text("book.quality." + each, locale, each.sentKilobits() / KBITS_A_MBIT)))
                .toList();
    }

    /** What somebody chose in a form; there is a complaint, and it is empty, if that is none. */
    public static Optional<VideoQuality> quality(String chosen, Complaints complaints) {
        Optional<VideoQuality> quality = named(chosen);
        if (quality.isEmpty()) {
            complaints.add("quality", "book.error.quality");
        }
        return quality;
    }

    private static Optional<VideoQuality> named(String name) {
        return Arrays.stream(VideoQuality.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /**
     * The same order if the usual provider is not set up.
     *
     * @param quality one of {@link #qualities}, else the usual one is taken
     */
    public BookingOrder linked(BookingOrder order, Person person, String quality) {
        String name = providers.usual(person.organisation(), order.rooms());
        return providers.ready().contains(name)
                ? order.about(order.content()
                        .linked(Optional.of(
                                new ConferenceWish(name).in(named(quality).orElse(VideoQuality.HD)))))
                : order;
    }
}
