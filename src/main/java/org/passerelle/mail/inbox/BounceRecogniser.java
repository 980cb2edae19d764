package org.passerelle.mail.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.platform.text.Text;

/**
 * Recognises what mail servers write in words of their own when they cannot deliver: qmail, Exim, older ones of Postfix and Exchange,
 * Gmail. Anybody can write such words, so they count only in a mail that proves otherwise to be about one of ours. Pure.
 */
public final class BounceRecogniser {

    private static final String SERVERS = "mailer-daemon|mail-daemon|postmaster|microsoftexchange[0-9a-f]{32}";
    private static final Pattern SERVER = Pattern.compile("(?:" + SERVERS + ")(?:@.*)?");
    private static final Pattern FROM_A_SERVER = Pattern.compile("(?:^|[<\\s])(?:" + SERVERS + ")(?:[@>\\s]|$)");

    /** How reports of qmail begin (QSBMF, https://cr.yp.to/proto/qsbmf.txt). */
    private static final String QSBMF = "hi. this is the ";

    /** It is tried again. What is returned may say such things too, so that a subject must begin with them. */
    private static final Pattern LATE_SUBJECT = Pattern.compile("(?:warning\\b|delayed\\b|delivery (?:is )?delayed"
            + "|delivery status notification \\(delay\\)|message (?:is )?delayed|mail delay|remise retardée"
            + "|distribution retardée|message retardé|zustellung verzögert|verzögert).*");

    private static final Pattern LATE = Pattern.compile("warning message only|do not need to resend|still being retried"
            + "|will be retried|(?:will|to) (?:continue|keep) (?:trying|to try)|has not yet been delivered"
            + "|delivery attempts will continue|no action is required on your part|n[’']a pas encore (?:été|pu)"
            + "|noch nicht zugestellt");

    private static final Pattern REPLY_CODE = Pattern.compile(
            "(?m)(?:^|[\\s<#:;(])([45]\\d\\d[ -]#?\\d\\.\\d{1,3}\\.\\d{1,3}\\b.{0,300}|5\\d\\d[ -].{1,300})");
    private static final Pattern STATUS = Pattern.compile("#?\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** What servers say themselves comes before what they return. */
    private static final int LONGEST_OPENING = 2_000;

    private BounceRecogniser() {}

    /** Whether the envelope is that of a server which wants no answer; some do not leave their address out. */
    public static boolean isOfAServer(String returnPath) {
        String address = returnPath.strip().toLowerCase(Locale.ROOT);
        return address.isEmpty() || SERVER.matcher(address).matches();
    }

    /** All in which the mail that it is about may be named. */
    public static String about(ParsedMail mail) {
        return String.join("\n", mail.first("in-reply-to"), mail.first("references"), returned(mail));
    }

    /** All in which the header of a mail that it returns may stand. */
    public static String returned(ParsedMail mail) {
        return mail.text() + "\n" + mail.returned();
    }

    /**
     * Why a mail could not be delivered, in the words of the server; empty if {@code mail} does not report that it never
     * will be.
     *
     * @param returnsOurs whether it holds the header of a mail of ours
     */
    static Optional<String> failure(ParsedMail mail, boolean returnsOurs) {
        String text = mail.text().strip();
        String opening = Text.cut(text, LONGEST_OPENING);
        boolean namesRecipients = !mail.all("x-failed-recipients").isEmpty();
        boolean namesAServer = FROM_A_SERVER
                        .matcher(mail.first("from").toLowerCase(Locale.ROOT))
                        .find()
                || text.toLowerCase(Locale.ROOT).startsWith(QSBMF);
        boolean isFailure =
                namesRecipients || (namesAServer || returnsOurs && !answersByItself(mail)) && !isLate(mail, opening);
        return isFailure ? Optional.of(said(text)) : Optional.empty();
    }

    /** As people's programs do while they are away (RFC 3834); servers call their reports the same, but name themselves. */
    private static boolean answersByItself(ParsedMail mail) {
        return Stream.of("auto-submitted", "x-autoreply", "x-autorespond", "x-auto-response-suppress", "precedence")
                .flatMap(name -> mail.all(name).stream())
                .anyMatch(value -> !value.equalsIgnoreCase("no"));
    }

    private static boolean isLate(ParsedMail mail, String opening) {
        String subject = mail.first("subject").toLowerCase(Locale.ROOT).strip();
        return LATE_SUBJECT.matcher(subject).matches()
                || LATE.matcher(opening.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .find();
    }

    private static String said(String text) {
        for (Pattern each : List.of(REPLY_CODE, STATUS)) {
            Matcher found = each.matcher(text);
            if (found.find()) {
                return found.group(1).strip();
            }
        }
        return "";
    }
}
