package org.passerelle.calendar.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The e-mail address in what calendars write for one: {@code mailto:a@b}, {@code MAILTO:<a@b>}, {@code a@b}. */
final class CalAddress {

    /** No spaces, brackets, quotes or separators: an address that is safe in a header and in a property. */
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,189}$)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})*");

    /** Of all that is written for an address, a question behind it included. */
    private static final int LONGEST = 2_000;

    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:");

    private CalAddress() {}

    /** The address in lower case; empty where there is none, as in {@code invalid:nomail}. */
    static Optional<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String address = text;
        Matcher mailto = MAILTO.matcher(text);
        while (mailto.find()) {
            address = text.substring(mailto.end());
        }
        int question = address.indexOf('?');
        String bare = (question > 0 ? address.substring(0, question) : address).replaceAll("[<>\"\\s]+", "");
        String unquoted = bare.startsWith("'") && bare.endsWith("'") ? bare.replace("'", "") : bare;
        String lower = unquoted.replace("%40", "@").toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }

    /** All addresses of a list such as DELEGATED-FROM has. */
    static List<String> list(String text) {
        List<String> found = new ArrayList<>();
        for (String part : text.split(",", 20)) {
            parse(part).ifPresent(found::add);
        }
        return found;
    }
}
