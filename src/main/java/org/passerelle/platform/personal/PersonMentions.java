package org.passerelle.platform.personal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds and cuts the addresses and the names of somebody in texts that others wrote, however they are spelt: in any case, with
 * other white space between the parts of a name, as part of an address of the web, and folded as calendars and mails are (RFC
 * 5545 section 3.1). A name of one word alone is not looked for, since it is that of many.
 */
public final class PersonMentions {

    /** A line that goes on in the next. */
    private static final String FOLD = "(?:\\r?\\n[ \\t])?";

    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final DataSubject subject;
    private final Optional<Pattern> addresses;
    private final Optional<Pattern> foldedAddresses;
    private final Optional<Pattern> names;
    private final Optional<Pattern> foldedNames;
    private final MentionFilter filter;

    public PersonMentions(DataSubject subject) {
        this.subject = subject;
        List<String> spelt = subject.addresses().stream()
                .flatMap(address -> Stream.of(address, URLEncoder.encode(address, StandardCharsets.UTF_8)))
                .distinct()
                .toList();
        List<String> full = subject.names().stream()
                .filter(name -> name.chars().anyMatch(Character::isWhitespace))
                .toList();
        String before = "(?<![\\p{L}\\p{N}._%+-])";
        String after = "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])";
        this.addresses = pattern(spelt, before, after, "");
        this.foldedAddresses = pattern(spelt, before, after, FOLD);
        this.names = pattern(full, "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])", "");
        this.foldedNames = pattern(full, "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])", FOLD);
        this.filter =
                new MentionFilter(Stream.concat(spelt.stream(), full.stream()).toList());
    }

    private static Optional<Pattern> pattern(List<String> texts, String before, String after, String between) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String any = texts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(text -> letters(text, between))
                .collect(Collectors.joining("|", "(?:", ")"));
        return Optional.of(Pattern.compile(before + any + after, CASELESS));
    }

    private static String letters(String text, String between) {
        List<String> letters = new ArrayList<>();
        for (String word : text.split("\\s+", -1)) {
            letters.add(word.codePoints()
                    .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                    .collect(Collectors.joining(between)));
        }
        return String.join(between + "\\s+" + between, letters);
    }

    DataSubject subject() {
        return subject;
    }

    public boolean isIn(String text) {
        if (!filter.mayBeIn(text)) {
            return false;
        }
        boolean folds = text.indexOf('\n') >= 0;
        return Stream.of(folds ? foldedAddresses : addresses, folds ? foldedNames : names)
                .flatMap(Optional::stream)
                .anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** The text without them: an address becomes the alias, a name {@link DataSubject#ERASED_TEXT}. */
    public String cutFrom(String text) {
        if (!filter.mayBeIn(text)) {
            return text;
        }
        boolean folds = text.indexOf('\n') >= 0;
        String without = replaced(text, folds ? foldedAddresses : addresses, subject.aliasAddress());
        return replaced(without, folds ? foldedNames : names, DataSubject.ERASED_TEXT);
    }

    private static String replaced(String text, Optional<Pattern> pattern, String by) {
        return pattern.map(each -> each.matcher(text).replaceAll(Matcher.quoteReplacement(by)))
                .orElse(text);
    }
}
