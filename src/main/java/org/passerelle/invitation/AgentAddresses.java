package org.passerelle.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.Directories;
import org.passerelle.mail.MailTokens;
import org.passerelle.mail.MailTokens.Use;
import org.springframework.stereotype.Component;

/**
 * The addresses that invitations come from. Each booking has its own, which nobody can guess: it is the ORGANIZER, and
 * whatever comes to it from one of the invited is about that booking.
 */
@Component
public class AgentAddresses {

    private static final String REPLIES = "rsvp+";
    private static final String BOUNCES = "b+";

    /** In what comes back, behind the address of the envelope or the Message-ID. */
    private static final Pattern RETURNED =
            Pattern.compile("(?i)(?<![a-z0-9])(" + MailTokens.FORM + ")@[a-z0-9.-]{1,150}");

    private static final int MOST_RETURNED = 10;

    private final MailTokens tokens;
    private final InvitationProperties settings;
    private final Directories directories;

    public AgentAddresses(MailTokens tokens, InvitationProperties settings, Directories directories) {
        this.tokens = tokens;
        this.settings = settings;
        this.directories = directories;
    }

    /** Where the answers of calendar programs come to. */
    public String replies(BookingId booking) {
        return REPLIES + tokens.of(Use.REPLY, booking) + "@" + domain();
    }

    /** Where what cannot be delivered to {@code whom} comes back to. */
    public String bounces(BookingId booking, EmailAddress whom) {
        return BOUNCES + tokens.of(Use.BOUNCE, booking, whom) + "@" + domain();
    }

    /** Names a mail to {@code whom}, and proves in whatever form it comes back that it is ours (RFC 5322 section 3.6.4). */
    public String messageId(BookingId booking, EmailAddress whom, String key) {
        return "<" + key + "." + tokens.of(Use.BOUNCE, booking, whom) + "@" + domain() + ">";
    }

    /** Names a mail that is about no booking. */
    public String messageId(String key) {
        return "<" + key + "@" + domain() + ">";
    }

    /** Where mail that is about no booking comes from; what is sent there is refused. */
    public String noReply() {
        return "no-reply@" + domain();
    }

    /** The addresses for bounces of mails whose Message-ID or envelope stands in {@code text}; not proved yet. */
    List<String> returnedIn(String text) {
        return RETURNED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> BOUNCES + found.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_RETURNED)
                .toList();
    }

    /** The booking that answers to {@code address} are about; empty if we never handed it out. */
    public Optional<BookingId> answered(String address) {
        return token(address, REPLIES)
                .flatMap(token -> tokens.booking(token).filter(booking -> tokens.isFor(Use.REPLY, booking, token)));
    }

    /** The booking of a mail that came back; whose mail it was, {@link #isBounceOf} tells. */
    public Optional<BookingId> bounced(String address) {
        return token(address, BOUNCES).flatMap(tokens::booking);
    }

    public boolean isBounceOf(String address, BookingId booking, EmailAddress whom) {
        return token(address, BOUNCES)
                .filter(token -> tokens.isFor(Use.BOUNCE, booking, whom, token))
                .isPresent();
    }

    private static Optional<String> token(String address, String prefix) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at).toLowerCase(Locale.ROOT);
        return local.startsWith(prefix) ? Optional.of(local.substring(prefix.length())) : Optional.empty();
    }

    /** Under which all mails about one booking lie together (RFC 5322 section 3.6.4); there is no mail of this id. */
    public String thread(BookingId booking) {
        return "<" + booking.value() + "@" + domain() + ">";
    }

    /** Of the rooms, unless set; mail to it must reach us, as mail to rooms does. */
    private String domain() {
        @Nullable String configured = settings.domain();
        return configured != null
                ? configured
                : directories.current().rooms().stream()
                        .map(room -> room.profile().email())
                        .map(email -> email.substring(email.lastIndexOf('@') + 1))
                        .findFirst()
                        .orElse("localhost");
    }
}
