package org.passerelle.api.booking.content;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.VideoQuality;

/** The wish for a video conference; the ways into one hosted elsewhere are told to those who take part. */
@Schema(name = "Conference")
public record ConferenceView(
        String provider,
        VideoQuality quality,
        @Nullable String url,
        @Nullable String sip,
        @Nullable String h323,
        @Nullable String phone,
        @Nullable String pin) {

    public static ConferenceView of(ConferenceWish wish, boolean takesPart) {
        Optional<ExternalCall> call = wish.external().filter(ways -> takesPart);
        return new ConferenceView(
                wish.provider(),
                wish.quality(),
                call.flatMap(ExternalCall::link).map(URI::toString).orElse(null),
                text(call, ExternalCall::sip),
                text(call, ExternalCall::h323),
                text(call, ExternalCall::phone),
                text(call, ExternalCall::pin));
    }

    private static @Nullable String text(Optional<ExternalCall> call, Function<ExternalCall, String> part) {
        return call.map(part).filter(text -> !text.isEmpty()).orElse(null);
    }
}
