package org.passerelle.web.bookings;

import java.util.Locale;
import org.passerelle.time.Recurrence;
import org.passerelle.web.Words;
import org.springframework.stereotype.Component;

/** Says how often a series comes round: {@code every 2 weeks}. Which days of the period, its dates tell. */
@Component
class RepeatWords {

    private final Words words;

    RepeatWords(Words words) {
        this.words = words;
    }

    String of(Recurrence rule, Locale locale) {
        String unit = rule.frequency().name().toLowerCase(Locale.ROOT);
        return rule.interval() == 1
                ? words.text("repeat." + unit, locale)
                : words.text("repeat." + unit + ".several", locale, rule.interval());
    }
}
