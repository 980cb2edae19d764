package org.passerelle.api.booking;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.VideoQuality;

/** Reads the wish for a conference, field by field, so that the client learns which of them will not do. */
final class WishReader {

    private static final String EXTERNAL = "external";

    private final OrderFields.Conference sent;
    private final Fields errors;

    private WishReader(OrderFields.Conference sent, Fields errors) {
        this.sent = sent;
        this.errors = errors;
    }

    /** Empty if none is wished, or something was refused in {@code errors}. Links that were handed out stay good. */
    static Optional<ConferenceWish> read(
            OrderFields.@Nullable Conference sent, @Nullable Content standing, Fields errors) {
        Optional<ConferenceWish> before = Optional.ofNullable(standing).flatMap(Content::conference);
        if (sent == null) {
            return before;
        }
        if (sent.provider() != null && sent.provider().isEmpty()) {
            return Optional.empty();
        }
        return new WishReader(sent, errors)
                .wish()
                .flatMap(wish -> quality(sent, before, errors).map(wish::in))
                .map(wish -> before.map(wish::inGenerationOf).orElse(wish));
    }

    /** As it was where nothing is said of it. */
    private static Optional<VideoQuality> quality(
            OrderFields.Conference sent, Optional<ConferenceWish> before, Fields errors) {
        return sent.quality() == null
                ? Optional.of(before.map(ConferenceWish::quality).orElse(VideoQuality.HD))
                : errors.parsed("conference.quality", sent.quality(), VideoQuality::valueOf, "booking.quality");
    }

    private Optional<ConferenceWish> wish() {
        Optional<ConferenceWish> named =
                errors.parsed("conference.provider", sent.provider(), ConferenceWish::new, "booking.provider");
        if (named.isEmpty()) {
            return named;
        }
        if (!EXTERNAL.equals(sent.provider())) {
            refuseWhatIsOfOthers();
            return named;
        }
        return call().map(call -> new ConferenceWish(EXTERNAL, Optional.of(call)));
    }

    private void refuseWhatIsOfOthers() {
        refuse("conference.url", sent.url());
        refuse("conference.sip", sent.sip());
        refuse("conference.h323", sent.h323());
        refuse("conference.phone", sent.phone());
        refuse("conference.pin", sent.pin());
    }

    private void refuse(String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            errors.refuse(field, "booking.external-only");
        }
    }

    private Optional<ExternalCall> call() {
        Optional<Optional<URI>> link = sent.url() == null || sent.url().isEmpty()
                ? Optional.of(Optional.empty())
                : errors.parsed("conference.url", sent.url().strip(), WishReader::link, "booking.external-url")
                        .map(Optional::of);
        Optional<String> sip = part("conference.sip", sent.sip(), "booking.external-sip", text -> {
            String address = text.replaceFirst("^sips?:", "");
            return new ExternalCall(Optional.empty(), address, "", "", "").sip();
        });
        Optional<String> h323 = part(
                "conference.h323",
                sent.h323(),
                "booking.external-h323",
                text -> new ExternalCall(Optional.empty(), "", text, "", "").h323());
        Optional<String> phone = part("conference.phone", sent.phone(), "booking.external-phone", text -> {
            String number = text.replaceAll("[ ().-]", "").replaceFirst("^00", "+");
            return new ExternalCall(Optional.empty(), "", "", number, "").phone();
        });
        Optional<String> pin = part(
                "conference.pin",
                sent.pin(),
                "booking.external-pin",
                text -> new ExternalCall(Optional.empty(), "", "0", "", text.replace(" ", "")).pin());
        if (link.isEmpty() || sip.isEmpty() || h323.isEmpty() || phone.isEmpty() || pin.isEmpty()) {
            return Optional.empty();
        }
        if (link.get().isEmpty() && (sip.get() + h323.get() + phone.get()).isEmpty()) {
            errors.refuse("conference.url", "booking.external-none");
            return Optional.empty();
        }
        return Optional.of(new ExternalCall(link.get(), sip.get(), h323.get(), phone.get(), pin.get()));
    }

    private static URI link(String text) {
        URI link = URI.create(text);
        if (!ExternalCall.isWeb(link)) {
            throw new IllegalArgumentException("Not a web address");
        }
        return link;
    }

    /** An empty text where there is none; empty if it is refused. */
    private Optional<String> part(
            String field, @Nullable String value, String message, Function<String, String> parse) {
        String text = Objects.requireNonNullElse(value, "").strip();
        return text.isEmpty() ? Optional.of("") : errors.parsed(field, text, parse, message);
    }
}
