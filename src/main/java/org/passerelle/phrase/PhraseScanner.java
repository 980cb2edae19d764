package org.passerelle.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.directory.SiteId;
import org.passerelle.phrase.Folding.FoldedWord;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.UnreadReason;
import org.passerelle.phrase.PhraseRule.Present;
import org.passerelle.phrase.Vocabulary.Named;

/** Cuts a line into pieces that say something: from the left, of all that can be read the longest. */
final class PhraseScanner {

    /** So many words that nobody knows are looked for among those that look alike. */
    private static final int MOST_COMPARED = 12;

    private static final int MOST_WORDS_OF_A_FILLER = 4;

    private final List<PhraseRule> rules;
    private final UntilRules until;
    private final PhraseRule except;
    private final Set<String> fillers;
    private final List<String> spellings;

    PhraseScanner(Lexicon words) {
        ClockTimes clock = new ClockTimes(words);
        TimeRules times = new TimeRules(words, clock);
        List<PhraseRule> days = new DayRules(words).all();
        this.rules = Stream.of(
                        new CountRules(words).all(), new RepeatRules(words).all(), days, times.all(), times.ends())
                .flatMap(List::stream)
                .toList();
        this.except = PhraseRule.of(words.any("except"), found -> Optional.of(new Said.Except(found.span())));
        this.until = new UntilRules(words, days);
        this.fillers =
                words.all("filler").stream().map(Lexicon.LexiconWord::key).collect(Collectors.toSet());
        this.spellings = Stream.of("weekday", "month", "part")
                .flatMap(family -> words.family(family).stream())
                .map(Lexicon.LexiconWord::key)
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.of("today", "tomorrow", "overmorrow", "now", "noon", "midnight")
                .flatMap(concept -> words.all(concept).stream())
                .forEach(word -> spellings.add(word.key()));
    }

    /** A line on its way through the scanner. */
    private record Scan(
            String folded, List<FoldedWord> words, Present present, Vocabulary vocabulary, Set<SiteId> sites) {

        String key(int first, int count) {
            return words.subList(first, first + count).stream()
                    .map(FoldedWord::text)
                    .collect(Collectors.joining(" "));
        }

        Span span(int first, int count) {
            return words.get(first).span().to(words.get(first + count - 1).span());
        }

        int left(int first) {
            return words.size() - first;
        }
    }

    /** @param sites at which a room is more likely to be if several have its name */
    List<Said> scan(Present present, Vocabulary vocabulary, Set<SiteId> sites) {
        String folded = Folding.fold(present.line());
        Scan scan = new Scan(folded, Folding.words(folded), present, vocabulary, sites);
        List<Said> pieces = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        int at = 0;
        while (at < scan.words().size()) {
            Optional<Said> piece = longest(scan, at);
            if (piece.isPresent()) {
                int end = piece.get().span().end();
                pieces.add(piece.get());
                while (at < scan.words().size() && scan.words().get(at).span().start() < end) {
                    at++;
                }
            } else {
                unknown.add(at);
                at++;
            }
        }
        pieces.addAll(unread(scan, unknown, pieces));
        return pieces.stream()
                .sorted(Comparator.comparingInt(piece -> piece.span().start()))
                .toList();
    }

    private Optional<Said> longest(Scan scan, int at) {
        int start = scan.words().get(at).span().start();
        Stream<Said> byRule = Stream.concat(
                rules.stream().flatMap(rule -> rule.at(start, scan.folded(), scan.present()).stream()),
                until.at(start, scan.folded(), scan.present()));
        Stream<Said> exception = except.at(start, scan.folded(), scan.present()).stream();
        return Stream.of(byRule, exception, name(scan, at).stream(), filler(scan, at).stream())
                .flatMap(each -> each)
                .reduce((best, other) -> other.span().end() > best.span().end() ? other : best);
    }

    private static Optional<Said> name(Scan scan, int at) {
        for (int count = Math.min(Vocabulary.mostWords(), scan.left(at)); count > 0; count--) {
            List<Named> named = scan.vocabulary().named(scan.key(at, count));
            if (!named.isEmpty()) {
                return Optional.of(named(scan, scan.span(at, count), named));
            }
        }
        return Optional.empty();
    }

    private static Said named(Scan scan, Span span, List<Named> named) {
        List<Named> there = named.stream().filter(each -> isThere(scan, each)).toList();
        List<Named> likely = there.isEmpty() ? named : there;
        return likely.size() == 1
                ? Said.clear(span, likely.get(0).wish())
                : Said.unclear(
                        span,
                        UnreadReason.AMBIGUOUS,
                        likely.stream().map(each -> reading(scan, each)).toList());
    }

    private static boolean isThere(Scan scan, Named named) {
        return named.wish() instanceof Wish.InRoom room
                && scan.vocabulary()
                        .siteOf(room.room())
                        .filter(site -> scan.sites().contains(site.id()))
                        .isPresent();
    }

    private static Reading reading(Scan scan, Named named) {
        String site = named.wish() instanceof Wish.InRoom room
                ? scan.vocabulary()
                        .siteOf(room.room())
                        .map(each -> " " + each.name())
                        .orElse("")
                : "";
        return Reading.of(named.text() + site, named.wish());
    }

    private Optional<Said> filler(Scan scan, int at) {
        return IntStream.iterate(
                        Math.min(MOST_WORDS_OF_A_FILLER, scan.left(at)), count -> count > 0, count -> count - 1)
                .filter(count -> fillers.contains(scan.key(at, count)))
                .mapToObj(count -> (Said) new Said.Filler(scan.span(at, count)))
                .findFirst();
    }

    /** Words that nobody knows, one by one, or several that together look like a name. */
    private List<Said> unread(Scan scan, List<Integer> unknown, List<Said> pieces) {
        Set<Integer> joinable = new HashSet<>(unknown);
        for (int i = 0; i < scan.words().size(); i++) {
            Span span = scan.words().get(i).span();
            if (pieces.stream()
                    .anyMatch(piece ->
                            piece instanceof Said.Filler && piece.span().equals(span))) {
                joinable.add(i);
            }
        }
        List<Said> unread = new ArrayList<>();
        int compared = 0;
        int done = -1;
        for (int at : unknown) {
            if (at > done) {
                int count = compared < MOST_COMPARED ? similar(scan, at, unknown, joinable, unread) : 0;
                compared++;
                if (count == 0) {
                    unread.add(Said.unclear(scan.span(at, 1), UnreadReason.UNKNOWN, List.of()));
                }
                done = at + Math.max(count, 1) - 1;
            }
        }
        return unread;
    }

    /** Adds what looks like words from {@code at} on, and says of how many; 0 if nothing does. */
    private int similar(Scan scan, int at, List<Integer> unknown, Set<Integer> joinable, List<Said> unread) {
        for (int count = Math.min(4, scan.left(at)); count > 0; count--) {
            int last = at + count - 1;
            boolean fits =
                    unknown.contains(last) && IntStream.rangeClosed(at, last).allMatch(joinable::contains);
            List<Reading> readings = fits ? readings(scan, scan.key(at, count)) : List.of();
            if (!readings.isEmpty()) {
                unread.add(Said.unclear(scan.span(at, count), UnreadReason.UNKNOWN, readings));
                return count;
            }
        }
        return 0;
    }

    private List<Reading> readings(Scan scan, String key) {
        Stream<String> known = Stream.concat(scan.vocabulary().keys().stream(), spellings.stream());
        return NearSpelling.of(key, known).stream()
                .flatMap(near -> Stream.concat(
                        scan.vocabulary().named(near).stream().map(each -> reading(scan, each)), byRule(near, scan)))
                .distinct()
                .limit(5)
                .toList();
    }

    private Stream<Reading> byRule(String near, Scan scan) {
        return rules.stream()
                .flatMap(rule -> rule.at(0, near, scan.present()).stream())
                .filter(said -> said.span().end() == near.length())
                .flatMap(said -> said instanceof Said.Clear clear
                        ? Stream.of(new Reading(near, clear.part().wishes()))
                        : said instanceof Said.BareWeekday day
                                ? Stream.of(Reading.of(near, new Wish.OnDay(Settlement.coming(day, scan.present()))))
                                : Stream.<Reading>of())
                .limit(1);
    }
}
