package org.passerelle.web.due;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.privacy.RetentionOverview;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** For how long what tells of people is kept, in words. */
@Component
class RetentionLines {

    private final RetentionOverview overview;

    RetentionLines(RetentionOverview overview) {
        this.overview = overview;
    }

    /**
     * One kind.
     *
     * @param period for how long it is kept; empty for ever
     * @param last when something of it was forgotten last; empty if nothing was yet
     */
    record RetentionWords(String kind, Optional<String> period, Optional<String> last, long lately, long ever) {}

    List<RetentionWords> of(ZoneId zone, Locale locale) {
        return overview.lines().stream()
                .map(line -> new RetentionWords(
                        line.kind().name(),
                        Optional.of(line.period())
                                .filter(period -> !period.isZero())
                                .map(period -> DurationTexts.of(period, locale)),
                        line.run().map(run -> PageWords.moment(run.last(), zone, locale)),
                        line.run().map(run -> run.lately()).orElse(0L),
                        line.run().map(run -> run.ever()).orElse(0L)))
                .toList();
    }
}
