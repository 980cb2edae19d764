package org.passerelle.booking.order;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.VideoQuality;

/** Reads the wish for a conference, field by field, so that whoever wrote it learns which of them will not do. */
final class ConferenceReader {

    private static final String EXTERNAL = "external";

    private final ConferenceText sent;
    private final OrderFaults faults;

    private ConferenceReader(ConferenceText sent, OrderFaults faults) {
        this.sent = sent;
        this.faults = faults;
    }

    /** Empty if none is wished, or something is wrong. Links that were handed out stay good. */
    static Optional<ConferenceWish> read(
            @Nullable ConferenceText sent, Optional<ConferenceWish> standing, OrderFaults faults) {
        if (sent == null) {
            return standing;
        }
        if (sent.provider() != null && sent.provider().isEmpty()) {
            return Optional.empty();
        }
        return new ConferenceReader(sent, faults)
                .wish()
                .flatMap(wish -> quality(sent, standing, faults).map(wish::in))
                .map(wish -> standing.map(wish::inGenerationOf).orElse(wish));
    }

    /** As it was where nothing is said of it. */
    private static Optional<VideoQuality> quality(
            ConferenceText sent, Optional<ConferenceWish> standing, OrderFaults faults) {
        return sent.quality() == null
                ? Optional.of(standing.map(ConferenceWish::quality).orElse(VideoQuality.HD))
                : faults.parsed(OrderField.QUALITY, sent.quality(), VideoQuality::valueOf, OrderFaultCode.QUALITY);
    }

    private Optional<ConferenceWish> wish() {
        Optional<ConferenceWish> named =
                faults.parsed(OrderField.PROVIDER, sent.provider(), ConferenceWish::new, OrderFaultCode.PROVIDER);
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
        refuse(OrderField.URL, sent.url());
        refuse(OrderField.SIP, sent.sip());
        refuse(OrderField.H323, sent.h323());
        refuse(OrderField.PHONE, sent.phone());
        refuse(OrderField.PIN, sent.pin());
    }

    private void refuse(OrderField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            faults.add(field, OrderFaultCode.EXTERNAL_ONLY);
        }
    }

    private Optional<ExternalCall> call() {
        Optional<Optional<URI>> link = sent.url() == null || sent.url().isEmpty()
                ? Optional.of(Optional.empty())
                : faults.parsed(OrderField.URL, sent.url().strip(), ConferenceReader::link, OrderFaultCode.EXTERNAL_URL)
                        .map(Optional::of);
        Optional<String> sip = part(OrderField.SIP, sent.sip(), OrderFaultCode.EXTERNAL_SIP, text -> {
            String address = text.replaceFirst("^sips?:", "");
            return new ExternalCall(Optional.empty(), address, "", "", "").sip();
        });
        Optional<String> h323 = part(
                OrderField.H323,
                sent.h323(),
                OrderFaultCode.EXTERNAL_H323,
                text -> new ExternalCall(Optional.empty(), "", text, "", "").h323());
        Optional<String> phone = part(OrderField.PHONE, sent.phone(), OrderFaultCode.EXTERNAL_PHONE, text -> {
            String number = text.replaceAll("[ ().-]", "").replaceFirst("^00", "+");
            return new ExternalCall(Optional.empty(), "", "", number, "").phone();
        });
        Optional<String> pin = part(
                OrderField.PIN,
                sent.pin(),
                OrderFaultCode.EXTERNAL_PIN,
                text -> new ExternalCall(Optional.empty(), "", "0", "", text.replace(" ", "")).pin());
        if (link.isEmpty() || sip.isEmpty() || h323.isEmpty() || phone.isEmpty() || pin.isEmpty()) {
            return Optional.empty();
        }
        if (link.get().isEmpty() && (sip.get() + h323.get() + phone.get()).isEmpty()) {
            faults.add(OrderField.URL, OrderFaultCode.EXTERNAL_NONE);
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
            OrderField field, @Nullable String value, OrderFaultCode code, Function<String, String> parse) {
        String text = Objects.requireNonNullElse(value, "").strip();
        return text.isEmpty() ? Optional.of("") : faults.parsed(field, text, parse, code);
    }
}
