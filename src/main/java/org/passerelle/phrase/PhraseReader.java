package org.passerelle.phrase;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.phrase.PhraseRule.Present;
import org.passerelle.platform.text.Text;

/**
 * Reads what people write who look for a room, such as {@code demain 14h 2h 6 pers visio Melun}. Any text is harmless, and of
 * every word something is said: what it means, what else it could mean, or that nobody knows. Safe for use by many threads.
 */
public final class PhraseReader {

    private final Lexicon words;
    private final PhraseScanner scanner;

    /** @param languages whose words are known, in any mixture */
    public PhraseReader(List<Locale> languages) {
        this.words = Lexicon.of(languages);
        this.scanner = new PhraseScanner(words);
    }

    /** @param equipment words of {@code directory}, with what people call them in any language */
    public Vocabulary vocabulary(Directory directory, Map<String, ? extends Collection<String>> equipment) {
        return Vocabulary.of(directory, equipment, words);
    }

    /**
     * What {@code text} means at {@code now}.
     *
     * @param readerZone on whose clocks it is read unless it names a place with others
     */
    public Phrase read(String text, Vocabulary vocabulary, Instant now, ZoneId readerZone) {
        String beginning = Text.cut(text, 4 * Phrase.MOST_CHARACTERS);
        String composed = Normalizer.normalize(beginning, Normalizer.Form.NFC);
        String whole = Text.line(composed, 4 * Phrase.MOST_CHARACTERS);
        String line = Text.cut(whole, Phrase.MOST_CHARACTERS);
        Present present = new Present(now, readerZone, line);
        List<Said> pieces = scanner.scan(present, vocabulary, Set.of());
        List<Site> sites = sites(pieces, vocabulary);
        if (!sites.isEmpty()) {
            present = new Present(now, sites.get(0).zone(), line);
            pieces = scanner.scan(
                    present, vocabulary, sites.stream().map(Site::id).collect(Collectors.toSet()));
        }
        boolean wasCut = line.length() < whole.length() || beginning.length() < text.length();
        return new Settlement(present, pieces).settle(wasCut);
    }

    /** Of the places that are named, in the order of the line. */
    private static List<Site> sites(List<Said> pieces, Vocabulary vocabulary) {
        return pieces.stream()
                .filter(Said.Clear.class::isInstance)
                .flatMap(piece -> ((Said.Clear) piece).part().wishes().stream())
                .flatMap(wish -> site(wish, vocabulary).stream())
                .toList();
    }

    private static Optional<Site> site(Wish wish, Vocabulary vocabulary) {
        if (wish instanceof Wish.AtSite site) {
            SiteId id = site.site();
            return vocabulary.site(id);
        }
        return wish instanceof Wish.InRoom room ? vocabulary.siteOf(room.room()) : Optional.empty();
    }
}
