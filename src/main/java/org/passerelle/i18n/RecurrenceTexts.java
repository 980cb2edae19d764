package org.passerelle.i18n;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.passerelle.time.ByParts;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WeekdayNumber;
import org.springframework.stereotype.Component;

/**
 * Says when a series comes round, for instance {@code every working day}, {@code every 2 weeks on Tuesday} or {@code the first
 * Monday of the month}: all that a rule of RFC 5545 section 3.3.10 says but for its end.
 */
@Component
public class RecurrenceTexts {

    private static final int DATES_WRITTEN_OUT = 12;

    private final Phrases phrases = new Phrases("org/passerelle/i18n/recurrence");

    /**
     * A few words, without a capital.
     *
     * @param first the day of the first date, which says what {@code rule} leaves open
     */
    public String of(Recurrence rule, LocalDate first, Locale wished) {
        return new Telling(rule, first, phrases.in(Languages.nearest(wished))).told();
    }

    /** One rule told in one language. */
    private record Telling(Recurrence rule, LocalDate first, Phrases.Spoken spoken) {

        String told() {
            String told = weekNumbers(days());
            boolean monthsAreTold =
                    rule.frequency() == Frequency.YEARLY && by().weekNumbers().isEmpty();
            return by().months().isEmpty() || monthsAreTold
                    ? told
                    : spoken.text("in-months", told, spoken.all(by().months(), this::month));
        }

        private ByParts by() {
            return rule.by();
        }

        private String days() {
            if (!by().positions().isEmpty() || !by().yearDays().isEmpty()) {
                return chosen();
            }
            return switch (rule.frequency()) {
                case DAILY -> daily();
                case WEEKLY -> weekly();
                case MONTHLY, YEARLY -> monthlyOrYearly();
            };
        }

        private String chosen() {
            ChosenDayTexts days = new ChosenDayTexts(by(), first, spoken);
            String told = of(days.told());
            return days.condition().map(only -> spoken.text("if", told, only)).orElse(told);
        }

        private String daily() {
            if (rule.interval() == 1
                    && by().monthDays().isEmpty()
                    && !by().weekdays().isEmpty()) {
                return everyWeekday(weekdays());
            }
            if (!by().monthDays().isEmpty()) {
                return chosen();
            }
            return by().weekdays().isEmpty()
                    ? period()
                    : spoken.text("if", period(), spoken.any(weekdays(), spoken::aWeekday));
        }

        private String weekly() {
            List<DayOfWeek> days = by().weekdays().isEmpty() ? List.of(first.getDayOfWeek()) : weekdays();
            return rule.interval() == 1 && days.size() > 1
                    ? everyWeekday(days)
                    : spoken.text("on", period(), spoken.all(days, spoken::onWeekday));
        }

        /** Every week on some days; all of them, or those on which people work, have words of their own. */
        private String everyWeekday(List<DayOfWeek> days) {
            return ChosenDayTexts.nameOf(days)
                    .map(name -> spoken.text("every." + name))
                    .orElseGet(() -> spoken.text("on", spoken.text("weekly"), spoken.all(days, spoken::onWeekday)));
        }

        private List<DayOfWeek> weekdays() {
            return by().weekdays().stream().map(WeekdayNumber::day).sorted().toList();
        }

        private String monthlyOrYearly() {
            boolean isYearly = rule.frequency() == Frequency.YEARLY;
            if (isYearly && by().weekdays().isEmpty() && by().weekNumbers().isEmpty() && areFewDates()) {
                return spoken.text("on", period(), spoken.all(dates(), spoken::onDate));
            }
            boolean everyWeek = rule.interval() == 1
                    && by().monthDays().isEmpty()
                    && by().months().isEmpty()
                    && by().weekNumbers().isEmpty()
                    && !by().weekdays().isEmpty()
                    && by().weekdays().stream().allMatch(day -> day.ordinal() == 0);
            return everyWeek ? everyWeekday(weekdays()) : chosen();
        }

        private boolean areFewDates() {
            return by().monthDays().stream().allMatch(day -> day > 0)
                    && (long) Math.max(1, by().months().size())
                                    * Math.max(1, by().monthDays().size())
                            <= DATES_WRITTEN_OUT
                    && (by().monthDays().isEmpty() || !by().months().isEmpty());
        }

        private List<LocalDate> dates() {
            List<Integer> months = by().months().isEmpty() ? List.of(first.getMonthValue()) : by().months();
            List<Integer> days = by().monthDays().isEmpty() ? List.of(first.getDayOfMonth()) : by().monthDays();
            // Of a year that has all days.
            return months.stream()
                    .flatMap(month -> days.stream()
                            .filter(day -> day <= Month.of(month).maxLength())
                            .map(day -> LocalDate.of(2024, month, day)))
                    .toList();
        }

        /** {@code chosen} of each period: of the month, of July, of the year. */
        private String of(String chosen) {
            String whole = switch (rule.frequency()) {
                case DAILY -> chosen;
                case WEEKLY -> spoken.text("of.week", chosen);
                case MONTHLY -> spoken.text("of.month", chosen);
                case YEARLY -> ofTheYear(chosen);
            };
            return rule.interval() == 1 && rule.frequency() != Frequency.YEARLY
                    ? whole
                    : spoken.text("in-period", period(), whole);
        }

        private String ofTheYear(String chosen) {
            if (!by().weekNumbers().isEmpty() || !by().yearDays().isEmpty()) {
                return chosen;
            }
            if (!by().months().isEmpty()) {
                return spoken.text("of", chosen, spoken.all(by().months(), month -> spoken.text("of." + month)));
            }
            return spoken.text(by().monthDays().isEmpty() ? "of.year" : "of.each-month", chosen);
        }

        private String weekNumbers(String told) {
            return by().weekNumbers().isEmpty()
                    ? told
                    : spoken.text(
                            "in-weeks",
                            told,
                            spoken.all(
                                    by().weekNumbers(),
                                    week -> spoken.text(week > 0 ? "week" : "week.before-end", Math.abs(week))));
        }

        private String month(int month) {
            return Month.of(month).getDisplayName(TextStyle.FULL, spoken.locale());
        }

        private String period() {
            String key = rule.frequency().name().toLowerCase(Locale.ROOT);
            return rule.interval() == 1 ? spoken.text(key) : spoken.text(key + ".several", rule.interval());
        }
    }
}
