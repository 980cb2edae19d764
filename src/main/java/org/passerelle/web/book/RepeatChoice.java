package org.passerelle.web.book;

import java.util.Locale;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.directory.SiteClock;
import org.passerelle.i18n.RecurrenceTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A rhythm that is in no list, such as every Tuesday and Thursday: one more choice of the list, in words. */
@Component
public class RepeatChoice {

    private static final String RULE = "FREQ=";

    private final RecurrenceTexts texts;

    RepeatChoice(RecurrenceTexts texts) {
        this.texts = texts;
    }

    /** A rule, and what it says. */
    record RuleChoice(String rule, String words) {}

    /** Puts the rule of {@code series} into the model, if it has one of its own; as it is written where its first day is none. */
    public void show(BookingForm.Series series, BookingForm.When when, SiteClock clock, Locale locale, Model model) {
        if (series.repeat().startsWith(RULE)) {
            String words = OrderReader.schedule(FormTexts.schedule(when, series), clock)
                    .value()
                    .flatMap(schedule -> schedule.recurrence()
                            .map(rule -> texts.of(rule, schedule.start().toLocalDate(), locale)))
                    .orElse(series.repeat());
            model.addAttribute("ownRepeat", new RuleChoice(series.repeat(), words));
        }
    }
}
