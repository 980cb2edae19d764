package org.passerelle.mail.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.inbox.ParsedMail.Header;

/** Who sent a mail, whether that is certain, and whether a machine did that must not be answered. Pure. */
final class Origin {

    private static final Pattern ADDRESS = Pattern.compile("<\\s*([^<>\\s]{3,254})\\s*>\\s*$");
    private static final int MOST_RESULTS = 50;

    private Origin() {}

    /**
     * The one address of the From header, in lower case; empty for none or several. Before one in brackets stands a name, as
     * mail programs read it, also where that holds an {@code @} without quotes: {@code a@b.example <a@b.example>}.
     */
    static Optional<String> sender(ParsedMail mail) {
        List<String> from = mail.all("from");
        if (from.size() != 1 || from.get(0).length() > 2_000) {
            return Optional.empty();
        }
        String bare = HeaderText.bare(from.get(0)).orElse("").strip();
        Matcher angled = ADDRESS.matcher(bare);
        boolean isAngled = angled.find();
        String address = (isAngled ? angled.group(1) : bare).toLowerCase(Locale.ROOT);
        boolean isOne =
                isAngled ? isAName(bare.substring(0, angled.start())) : bare.indexOf('@') == bare.lastIndexOf('@');
        return Optional.of(address).filter(each -> isOne && MailAddress.isPlain(each));
    }

    /** Not another address of a list or of a group (RFC 5322 section 3.4); an {@code @} that is not quoted is only incorrect. */
    private static boolean isAName(String text) {
        return text.chars().noneMatch(c -> "<>,;:".indexOf(c) >= 0);
    }

    /**
     * Whether the name in the From header looks like an address other than that of the sender. Mail programs show and answer
     * the one in brackets, yet whoever vouches for the mail may have read the other.
     */
    static boolean isNamedAsAnother(ParsedMail mail) {
        String bare = HeaderText.bare(mail.first("from")).orElse("").toLowerCase(Locale.ROOT);
        String address = sender(mail).orElse("");
        int name = bare.lastIndexOf('<');
        return name > 0
                && Arrays.stream(bare.substring(0, name).strip().split("\\s+"))
                        .anyMatch(word -> word.indexOf('@') >= 0 && !word.equals(address));
    }

    /**
     * Whether the mail server in front of us vouches for {@code sender} in the Authentication-Results (RFC 8601) that it
     * signs with {@code authserv}: DMARC has passed, or a DKIM signature of the very domain. That server removes what others
     * wrote under its name (section 5); should it not, only what stands on top is its own: the first of these fields, those
     * that follow it before the next {@code Received}, and of each method the first result among them.
     */
    static boolean isVouchedFor(ParsedMail mail, String sender, String authserv) {
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        Set<String> judged = new HashSet<>();
        for (List<String> results : ownResults(mail, authserv.toLowerCase(Locale.ROOT))) {
            Set<String> methods = results.stream().map(Origin::method).collect(Collectors.toSet());
            boolean vouched = results.stream()
                    .filter(result -> !judged.contains(method(result)))
                    .anyMatch(result -> vouches(result, domain));
            if (vouched || results.stream().anyMatch(result -> result.startsWith("dmarc=fail"))) {
                return vouched;
            }
            judged.addAll(methods);
        }
        return false;
    }

    /** The results in each of those fields, from the top. One that cannot be read vouches for nobody, nor do those below it. */
    private static List<List<String>> ownResults(ParsedMail mail, String authserv) {
        List<List<String>> own = new ArrayList<>();
        for (Header header : mail.headers()) {
            if (header.name().equals("received") && !own.isEmpty()) {
                return own;
            }
            if (!header.name().equals("authentication-results")) {
                continue;
            }
            String[] parts = HeaderText.bare(header.value())
                    .map(bare -> bare.toLowerCase(Locale.ROOT).split(";", MOST_RESULTS))
                    .orElse(new String[] {authserv, "dmarc=fail"});
            if (parts[0].strip().split("\\s+")[0].equals(authserv)) {
                own.add(Arrays.stream(parts, 1, parts.length).map(String::strip).toList());
            }
        }
        return own;
    }

    private static String method(String result) {
        int equals = result.indexOf('=');
        return equals < 0 ? "" : result.substring(0, equals).strip();
    }

    private static boolean vouches(String result, String domain) {
        List<String> words = List.of(result.split("\\s+"));
        boolean dmarc = words.get(0).equals("dmarc=pass") && words.contains("header.from=" + domain);
        boolean dkim = words.get(0).equals("dkim=pass")
                && (words.contains("header.d=" + domain) || words.contains("header.i=@" + domain));
        return dmarc || dkim;
    }

    /**
     * Whether nobody waits for an answer: mail that answers by itself, of lists, or without a return path (RFC 3834
     * section 2, RFC 2919).
     */
    static boolean isOfAMachine(ParsedMail mail, String returnPath) {
        String submitted = mail.first("auto-submitted").toLowerCase(Locale.ROOT);
        String precedence = mail.first("precedence").toLowerCase(Locale.ROOT);
        return returnPath.isBlank()
                || !submitted.isEmpty() && !submitted.startsWith("no")
                || !mail.all("list-id").isEmpty()
                || !mail.all("x-auto-response-suppress").isEmpty()
                        && !mail.all("x-autoreply").isEmpty()
                || precedence.equals("bulk")
                || precedence.equals("list")
                || precedence.equals("junk")
                || precedence.equals("auto_reply");
    }
}
