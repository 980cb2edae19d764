package org.passerelle.web.book;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.conference.Providers;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What a form offers to whoever wants rooms linked by video. */
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
}
