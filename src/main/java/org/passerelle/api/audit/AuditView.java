package org.passerelle.api.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.booking.audit.AuditEntry;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.AskedPlace;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.CorrelationId.Door;

/**
 * One line of the record.
 *
 * @param title of the booking today; null if it is not for whoever asks
 * @param masked whether of texts and people only that they changed is told
 */
@Schema(name = "AuditEntry")
record AuditView(
        String id,
        Instant at,
        String booking,
        long version,
        @Nullable String title,
        boolean masked,
        @Schema(implementation = ChangeType.class) String type,
        @Schema(implementation = Door.class) String door,
        @Nullable ActorView actor,
        @Nullable Instant recurrenceId,
        List<FieldView> fields,
        List<DateView> dates) {

    /** Who did it; of somebody without an account only that, and nobody is named once an account has been erased. */
    @Schema(name = "AuditActor")
    record ActorView(
            String id, @Nullable String email, @Nullable String name) {

        static ActorView of(ActorId id, Accounts accounts) {
            Optional<Contact> contact = id.account().map(accounts::contact);
            return new ActorView(
                    id.value(),
                    contact.map(who -> who.email().value()).orElse(null),
                    contact.map(Contact::name).orElse(null));
        }
    }

    /** A field before and after; null where there was nothing, and both null where it is masked. */
    @Schema(name = "AuditField")
    record FieldView(
            @Schema(implementation = FieldChange.Field.class)
            String field,

            @Nullable String before,
            @Nullable String after) {

        static FieldView of(FieldChange change) {
            return new FieldView(
                    change.field().name(),
                    change.before().orElse(null),
                    change.after().orElse(null));
        }
    }

    /** A date before and after; null where there was none. */
    @Schema(name = "AuditDate")
    record DateView(
            Instant recurrenceId,
            @Nullable StateView before,
            @Nullable StateView after) {

        static DateView of(DateChange change) {
            return new DateView(
                    change.recurrenceId(),
                    change.before().map(StateView::of).orElse(null),
                    change.after().map(StateView::of).orElse(null));
        }
    }

    /** How a date stood. */
    @Schema(name = "AuditDateState")
    record StateView(
            Instant start,
            Instant end,
            List<String> rooms,
            @Schema(implementation = OccurrenceState.class) String state,
            @Nullable AskedView requested) {

        static StateView of(LoggedDate date) {
            return new StateView(
                    date.time().start(),
                    date.time().end(),
                    date.rooms().stream().map(RoomId::value).toList(),
                    date.state().name(),
                    date.asked().map(AskedView::of).orElse(null));
        }
    }

    /** Where a date was asked to be instead. */
    @Schema(name = "AuditRequestedPlace")
    record AskedView(Instant start, Instant end, List<String> rooms) {

        static AskedView of(AskedPlace place) {
            return new AskedView(
                    place.time().start(),
                    place.time().end(),
                    place.rooms().stream().map(RoomId::value).toList());
        }
    }

    static AuditView of(AuditEntry entry, Accounts accounts) {
        LoggedChange change = entry.change();
        return new AuditView(
                Long.toString(entry.position()),
                change.at(),
                change.booking().value(),
                change.version(),
                entry.title().orElse(null),
                entry.isMasked(),
                change.type().name(),
                change.actor().door().name(),
                change.actor().person().map(id -> ActorView.of(id, accounts)).orElse(null),
                change.recurrenceId().orElse(null),
                change.fields().stream().map(FieldView::of).toList(),
                change.dates().stream().map(DateView::of).toList());
    }
}
