package org.passerelle.calendar.fault;

import org.passerelle.time.RecurrenceFault;

/**
 * Why a calendar from outside, or one event of it, is not understood or not wholly followed. Each has a sentence in the bundles;
 * what the sentence is about are the details of a {@link CalendarFault}, in the order that is told here.
 */
public enum CalendarFaultCode {

    // The whole of it.
    NO_CALENDAR,
    /** Bytes that may be. */
    TOO_LARGE,
    /** How many there may be. */
    TOO_MANY_COMPONENTS,
    /** How many there may be. */
    TOO_MANY_EVENTS,
    /** How many there may be. */
    TOO_MANY_CALENDARS,
    /** How many times there may be. */
    TOO_MANY_LISTED,

    // One event.
    NOT_ENDED,
    /** Characters that may be. */
    NO_UID,
    /** What is written. */
    UNKNOWN_RANGE,
    NO_START,
    ENDS_BEFORE_IT_STARTS,
    /** Days that may be. */
    LASTS_TOO_LONG,
    /** What is written. */
    NO_TIME,
    /** What is written. */
    NO_SUCH_TIME,
    /** What is written. */
    NO_LENGTH,
    /** The property, the year. */
    YEAR_OUT_OF_RANGE,
    /** The property, how many there may be. */
    TOO_MANY_TIMES,
    PERIOD_ENDS_BEFORE_IT_STARTS,
    /** What it is called. */
    UNKNOWN_ZONE,
    /** What it is called. */
    ZONE_TOO_DEAR,
    NOWHERES_CLOCKS,
    OUT_OF_RANGE,
    UNFORESEEN,

    // Rules; the first detail of those of one rule is the property, RRULE or EXRULE, the second its part.
    RULE_MALFORMED,
    RULE_REPEATS_A_PART,
    RULE_TOO_LONG,
    RULE_OF_UNKNOWN_PART,
    RULE_TOO_FINE,
    RULE_WITHOUT_FREQUENCY,
    RULE_OF_UNKNOWN_FREQUENCY,
    RULE_ENDS_TWICE,
    RULE_OF_NO_VALUE,
    RULE_OUT_OF_RANGE,
    RULE_CONTRADICTS_ITSELF,
    /** How many there may be. */
    TOO_MANY_RULES,
    RULES_WITHOUT_END,
    EXRULE_WITHOUT_END,
    /** How many dates there may be. */
    RULE_GIVES_TOO_MANY,
    /** How many dates there may be. */
    FURTHER_RULES_GIVE_TOO_MANY,
    /** How many dates there may be. */
    EXRULE_LEAVES_OUT_TOO_MANY,
    RULE_TOO_DEAR,
    RULES_TOO_DEAR,

    // What is understood and not wholly followed.
    /** How many dates are followed, how many there are. */
    FIRST_DATES_OF_EVENT,
    /** How many dates are followed, how many there are. */
    FIRST_DATES,
    /** How many dates there may be in all. */
    NO_MORE_DATES,
    SERIES_IS_ELSEWHERE,

    /** A former version of the program found it, and noted no code. */
    NOTED_BEFORE;

    /** What is wrong with a rule, of which it is told in which property and part it is wrong. */
    public static CalendarFaultCode of(RecurrenceFault fault) {
        return switch (fault) {
            case MALFORMED -> RULE_MALFORMED;
            case REPEATED_PART -> RULE_REPEATS_A_PART;
            case TOO_LONG -> RULE_TOO_LONG;
            case UNKNOWN_PART -> RULE_OF_UNKNOWN_PART;
            case TOO_FINE -> RULE_TOO_FINE;
            case NO_FREQUENCY -> RULE_WITHOUT_FREQUENCY;
            case UNKNOWN_FREQUENCY -> RULE_OF_UNKNOWN_FREQUENCY;
            case TWO_ENDS -> RULE_ENDS_TWICE;
            case NO_VALUE -> RULE_OF_NO_VALUE;
            case OUT_OF_RANGE -> RULE_OUT_OF_RANGE;
            case CONTRADICTION -> RULE_CONTRADICTS_ITSELF;
        };
    }
}
