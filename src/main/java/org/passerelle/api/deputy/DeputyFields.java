package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.api.Fields;
import org.passerelle.time.WrittenTimes;

/** When, and how far, somebody is to stand in, as clients send it. */
@Schema(name = "DeputyRequest")
record DeputyFields(
        @Schema(format = "date-time", description = "The first moment; at once if left out") @Nullable
        String from,

        @Schema(format = "date-time", description = "The first moment no more; until further notice if left out")
        @Nullable
        String until,

        @Schema(description = "Whether they look after private bookings too; false unless said") @Nullable
        Boolean includesPrivate) {

    DeputyTerms terms() {
        Fields errors = new Fields();
        Optional<Instant> begin = instant("from", from, errors);
        Optional<Instant> end = instant("until", until, errors);
        errors.requireNone();
        return new DeputyTerms(begin, end, Boolean.TRUE.equals(includesPrivate));
    }

    private static Optional<Instant> instant(String field, @Nullable String text, Fields errors) {
        return text == null ? Optional.empty() : errors.parsed(field, text, WrittenTimes::instant, "time.instant");
    }
}
