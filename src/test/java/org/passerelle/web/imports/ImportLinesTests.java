package org.passerelle.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.calendar.imports.Import;
import org.passerelle.calendar.imports.ImportSource;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.springframework.context.support.StaticMessageSource;

class ImportLinesTests {

    private final ImportLines lines = new ImportLines(Rooms::directory, new StaticMessageSource());

    @ParameterizedTest
    @EnumSource
    void tellInTheLanguageOfTheReaderWhatIsNotUnderstood(CalendarFaultCode code) {
        CalendarFault fault = CalendarFault.of(code, "EXRULE", "FREQ=HOURLY").withDatesKept();
        Import broken = new Import(
                "x",
                Rooms.SEINE.id(),
                new ImportSource(ImportSource.SourceKind.FILE, "lab"),
                "Lab",
                Instant.EPOCH,
                new Import.ImportStanding(Optional.empty(), Instant.EPOCH, 0, Optional.empty()),
                new Import.ImportFindings(0, List.of(), List.of(new BrokenEvent("a", 12, fault))));

        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(lines.of(List.of(broken), locale))
                    .flatExtracting(ImportLines.Line::broken)
                    .extracting(ImportLines.Misread::reason)
                    .containsExactly(CalendarFaultTexts.of(fault, locale));
        }
    }
}
