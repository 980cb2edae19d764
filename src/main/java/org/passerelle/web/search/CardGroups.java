package org.passerelle.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.web.PageWords;

/** What was found, by how far it is; within a group in the order in which it was found. */
final class CardGroups {

    /** So far people go for a meeting. */
    private static final long NEAR = 30;

    private static final int BEST = 3;

    private final SearchForm form;
    private final PageWords words;
    private final Locale locale;

    CardGroups(SearchForm form, PageWords words, Locale locale) {
        this.form = form;
        this.words = words;
        this.locale = locale;
    }

    /** Rows under one heading. */
    record CardGroup(String heading, List<CardRow> rows) {

        CardGroup {
            rows = List.copyOf(rows);
        }
    }

    /** @param best whether it is among the first three that can be had on every date */
    record CardRow(Card card, boolean best) {}

    /** @param whole how many of {@code cards}, which come first, can be had on all dates */
    List<CardGroup> of(List<Card> cards, long whole, String here) {
        List<CardRow> rows = new ArrayList<>();
        for (Card card : cards) {
            rows.add(new CardRow(card, rows.size() < Math.min(BEST, whole)));
        }
        List<CardRow> all = rows.subList(0, (int) whole);
        List<CardRow> some = rows.subList((int) whole, rows.size());
        Predicate<CardRow> isNamed = row -> row.card().rooms().stream()
                .anyMatch(room -> form.rooms().contains(room.id().value()));
        List<CardRow> others = all.stream().filter(isNamed.negate()).toList();
        return Stream.of(
                        group("named", all, isNamed),
                        group("here", others, row -> row.card().place().kilometres() == 0),
                        group("near", others, row -> isBetween(row, 1, NEAR)),
                        group("far", others, row -> isBetween(row, NEAR + 1, Long.MAX_VALUE)),
                        group("some", some, row -> true))
                .map(group -> group.heading().equals("here")
                        ? new CardGroup(words.text("search.group.here", locale, here), group.rows())
                        : new CardGroup(words.text("search.group." + group.heading(), locale, NEAR), group.rows()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static boolean isBetween(CardRow row, long least, long most) {
        long kilometres = row.card().place().kilometres();
        return kilometres >= least && kilometres <= most;
    }

    private static CardGroup group(String name, List<CardRow> rows, Predicate<CardRow> condition) {
        return new CardGroup(name, rows.stream().filter(condition).toList());
    }
}
