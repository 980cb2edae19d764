package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.time.Recurrence;

/** Rules in words; the first date is Tuesday 5 January 2027. */
class RecurrenceTextsTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 5);

    private final RecurrenceTexts texts = new RecurrenceTexts();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=DAILY                                        | every day                                         | tous les jours
                    FREQ=DAILY;INTERVAL=3                             | every 3 days                                      | tous les 3 jours
                    FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR                   | every working day                                 | tous les jours ouvrés
                    FREQ=DAILY;BYDAY=FR                               | every week on Friday                              | toutes les semaines, le vendredi
                    FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU                 | every 2 days, if it is a Monday or a Tuesday      | tous les 2 jours, si c’est un lundi ou un mardi
                    FREQ=DAILY;BYMONTH=1,8                            | every day, in January and August                  | tous les jours, en janvier et août
                    FREQ=WEEKLY                                       | every week on Tuesday                             | toutes les semaines, le mardi
                    FREQ=WEEKLY;INTERVAL=2                            | every 2 weeks on Tuesday                          | toutes les 2 semaines, le mardi
                    FREQ=WEEKLY;BYDAY=MO,WE,FR                        | every week on Monday, Wednesday and Friday        | toutes les semaines, le lundi, le mercredi et le vendredi
                    FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO                  | every working day                                 | tous les jours ouvrés
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR       | every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday | toutes les 2 semaines, le lundi, le mardi, le mercredi, le jeudi et le vendredi
                    FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA            | every day                                         | tous les jours
                    FREQ=WEEKLY;BYDAY=SA,SU                           | every Saturday and Sunday                         | tous les samedis et dimanches
                    FREQ=MONTHLY                                      | the 5th of the month                              | le 5 du mois
                    FREQ=MONTHLY;BYMONTHDAY=1                         | the 1st of the month                              | le 1er du mois
                    FREQ=MONTHLY;BYMONTHDAY=2,23,11,-1                | the 2nd, the 11th, the 23rd and the last day of the month | le 2, le 11, le 23 et le dernier jour du mois
                    FREQ=MONTHLY;BYMONTHDAY=-3                        | the third to last day of the month                | le troisième jour avant la fin du mois
                    FREQ=MONTHLY;BYDAY=1MO                            | the first Monday of the month                     | le premier lundi du mois
                    FREQ=MONTHLY;BYDAY=-1FR                           | the last Friday of the month                      | le dernier vendredi du mois
                    FREQ=MONTHLY;BYDAY=-2FR                           | the second to last Friday of the month            | l’avant-dernier vendredi du mois
                    FREQ=MONTHLY;BYDAY=2TU,4TU                        | the second Tuesday and the fourth Tuesday of the month | le deuxième mardi et le quatrième mardi du mois
                    FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO                 | every 2 months, the first Monday of the month     | tous les 2 mois, le premier lundi du mois
                    FREQ=MONTHLY;BYDAY=MO                             | every week on Monday                              | toutes les semaines, le lundi
                    FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1                  | the first Monday of the month                     | le premier lundi du mois
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1      | the first working day of the month                | le premier jour ouvré du mois
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1     | the last working day of the month                 | le dernier jour ouvré du mois
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1 | the last day of the month                       | le dernier jour du mois
                    FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1               | the first day of a weekend of the month           | le premier jour de week-end du mois
                    FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=2               | the second of these days: each Monday and each Wednesday of the month | le deuxième de ces jours\u202f: chaque lundi et chaque mercredi du mois
                    FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR               | the 13th of the month, if it is a Friday          | le 13 du mois, si c’est un vendredi
                    FREQ=MONTHLY;BYDAY=1MO;BYMONTH=3,9                | the first Monday of the month, in March and September | le premier lundi du mois, en mars et septembre
                    FREQ=YEARLY                                       | every year on 5 January                           | tous les ans, le 5 janvier
                    FREQ=YEARLY;INTERVAL=2                            | every 2 years on 5 January                        | tous les 2 ans, le 5 janvier
                    FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14               | every year on 14 July                             | tous les ans, le 14 juillet
                    FREQ=YEARLY;BYMONTH=3,9                           | every year on 5 March and 5 September             | tous les ans, le 5 mars et le 5 septembre
                    FREQ=YEARLY;BYMONTH=8;BYDAY=1MO                   | every year, the first Monday of August            | tous les ans, le premier lundi d’août
                    FREQ=YEARLY;BYDAY=20MO                            | every year, the 20th Monday of the year           | tous les ans, le 20e lundi de l’année
                    FREQ=YEARLY;BYMONTH=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | every year, the last working day of July     | tous les ans, le dernier jour ouvré de juillet
                    FREQ=YEARLY;BYYEARDAY=100                         | every year, the 100th day of the year             | tous les ans, le 100e jour de l’année
                    FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO                  | every year, each Monday, in week 20               | tous les ans, chaque lundi, en semaine 20
                    """)
    void tellsWhenASeriesComesRound(String rule, String english, String french) {
        assertThat(texts.of(Recurrence.parse(rule + ";COUNT=5"), FIRST, Locale.ENGLISH))
                .isEqualTo(english);
        assertThat(texts.of(Recurrence.parse(rule), FIRST, Locale.CANADA_FRENCH).replace('\u00a0', ' '))
                .isEqualTo(french);
    }
}
