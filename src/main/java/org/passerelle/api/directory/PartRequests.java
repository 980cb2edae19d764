package org.passerelle.api.directory;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.HasBookings;
import org.passerelle.api.IfMatchTags;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.api.NotFound;
import org.passerelle.api.closure.AffectedDates;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.edit.DirectoryEdit;
import org.passerelle.closure.edit.DirectoryEdit.Affecting;
import org.passerelle.closure.edit.DirectoryEdit.EditResult;
import org.passerelle.closure.edit.DirectoryEdit.FaultyEdit;
import org.passerelle.closure.edit.DirectoryEdit.InForce;
import org.passerelle.closure.edit.EditDirectory;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.edit.ValueChange;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.digest.Digests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Shows parts of the directory and changes them where they stand in its file, each change a version of the whole. */
@Component
class PartRequests {

    private final DirectoryVersions versions;
    private final EditDirectory editing;

    PartRequests(DirectoryVersions versions, EditDirectory editing) {
        this.versions = versions;
        this.editing = editing;
    }

    /**
     * What somebody wants.
     *
     * @param ifMatch the tag of what they have read, if they say so
     * @param wish what becomes of bookings that it hits
     */
    record PartWish(DirectoryPart part, @Nullable String ifMatch, TreatmentWish wish, Locale locale) {}

    /** The file in force. */
    DirectoryDraft now() {
        return DirectoryDraft.of(versions.latest().text());
    }

    /** @throws NotFound if it is not there */
    <T> ResponseEntity<T> show(DirectoryPart part, Class<T> type) {
        Map<String, Object> values = part.in(now()).orElseThrow(() -> new NotFound(part.id()));
        return ResponseEntity.ok().eTag(tag(values)).body(PartValues.read(values, type));
    }

    /** Of what its reader sees: what is hidden from them changes nothing for them. */
    private static String tag(Map<String, Object> values) {
        return Digests.shortHex(ValueChange.written(values));
    }

    /** @throws InvalidRequest if it is there already, or something is wrong with it */
    <T> ResponseEntity<T> add(PartWish wanted, T sent, Class<T> type, String path) {
        return change(wanted, now -> added(wanted.part(), now, sent), (next, done) -> {
            Map<String, Object> values = wanted.part().in(next).orElseThrow();
            return ResponseEntity.created(URI.create(path + "/" + wanted.part().id()))
                    .eTag(tag(values))
                    .body(PartValues.read(values, type));
        });
    }

    private static <T> DirectoryDraft added(DirectoryPart part, DirectoryDraft now, T sent) {
        if (part.in(now).isPresent()) {
            throw new InvalidRequest("id", "directory.id-taken");
        }
        return written(part, now, sent);
    }

    /**
     * @throws NotFound if it is not there
     * @throws org.passerelle.api.Stale if it is not any more as they have read it
     */
    <T> ResponseEntity<T> replace(PartWish wanted, T sent, Class<T> type) {
        return change(wanted, now -> replaced(wanted, now, sent), (next, done) -> {
            Map<String, Object> values = wanted.part().in(next).orElseThrow();
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(tag(values));
            done.ifPresent(
                    change -> change.closures().forEach(closure -> answer.header(HttpHeaders.LINK, link(closure))));
            return answer.body(PartValues.read(values, type));
        });
    }

    /** Where is kept what became of bookings that were hit. */
    private static String link(SiteClosure closure) {
        return "</api/v1/closures/" + closure.id() + ">; rel=\"related\"";
    }

    private static <T> DirectoryDraft replaced(PartWish wanted, DirectoryDraft now, T sent) {
        DirectoryPart part = wanted.part();
        Map<String, Object> standing = part.in(now).orElseThrow(() -> new NotFound(part.id()));
        IfMatchTags.require(wanted.ifMatch(), tag(standing));
        return written(part, now, sent);
    }

    private static DirectoryDraft written(DirectoryPart part, DirectoryDraft now, Object sent) {
        Map<String, Object> values = PartValues.of(sent);
        List<FieldError> notTheirs = part.notTheirs(values).stream()
                .map(field -> new FieldError(field, "directory.of-the-network"))
                .toList();
        if (!notTheirs.isEmpty()) {
            throw new InvalidRequest(notTheirs);
        }
        return part.written(now, values);
    }

    /**
     * Takes it out of the directory; nothing happens if it is not there.
     *
     * @throws HasBookings if there are bookings ahead, and they are not to be cancelled
     */
    void remove(PartWish wanted) {
        boolean isThere = wanted.part().in(now()).isPresent();
        if (isThere) {
            change(wanted, now -> removed(wanted, now), (next, done) -> "");
        }
    }

    private static DirectoryDraft removed(PartWish wanted, DirectoryDraft now) {
        wanted.part().in(now).ifPresent(standing -> IfMatchTags.require(wanted.ifMatch(), tag(standing)));
        return now.with(wanted.part().place(), null);
    }

    /** Makes an answer of the file as it is now. */
    private interface Answering<A> {

        /** @param done empty if nothing had to change */
        A of(DirectoryDraft next, Optional<InForce> done);
    }

    private <A> A change(PartWish wanted, Function<DirectoryDraft, DirectoryDraft> change, Answering<A> answering) {
        return editing.overLatest((latest, now) -> {
                    DirectoryDraft next = change.apply(now);
                    if (next == now) {
                        return Optional.of(answering.of(now, Optional.empty()));
                    }
                    return editing.put(edit(wanted.part(), latest, next), affected -> treatment(wanted, next, affected))
                            .map(result -> answering.of(next, Optional.of(inForce(wanted, next, result))));
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Try again"));
    }

    private static DirectoryEdit edit(DirectoryPart part, VersionText latest, DirectoryDraft next) {
        return new DirectoryEdit(
                latest, next, VersionNote.api(part.person().id().text(), part.id()));
    }

    /** Bookings go with their rooms only where that is said. */
    private static Optional<TreatmentWish> treatment(PartWish wanted, DirectoryDraft next, List<AffectedDate> hit) {
        boolean isRemoval = wanted.part().in(next).isEmpty();
        boolean areCancelled =
                wanted.wish().then().filter(OnBookings.CANCEL::equals).isPresent();
        return isRemoval && !hit.isEmpty() && !areCancelled ? Optional.empty() : Optional.of(wanted.wish());
    }

    private static InForce inForce(PartWish wanted, DirectoryDraft next, EditResult result) {
        if (result instanceof InForce done) {
            return done;
        }
        if (result instanceof Affecting affecting) {
            throw HasBookings.inRooms((int) affecting.dates().stream()
                    .map(date -> date.name().booking())
                    .distinct()
                    .count());
        }
        throw faulty(wanted, next, (FaultyEdit) result);
    }

    private static InvalidRequest faulty(PartWish wanted, DirectoryDraft next, FaultyEdit faulty) {
        return new InvalidRequest(faulty.faults().stream()
                .map(fault -> error(wanted, next, fault))
                .distinct()
                .toList());
    }

    private static FieldError error(PartWish wanted, DirectoryDraft next, FileFault fault) {
        return new FieldError(
                wanted.part().field(next, fault),
                FileFaultTexts.of(wanted.part().told(next, fault).fault(), wanted.locale()));
    }

    /** What {@link #add} would hit, which is nothing; what is wrong with it is said as by that. */
    AffectedDates tryAdding(PartWish wanted, Object sent) {
        return tried(wanted, now -> added(wanted.part(), now, sent));
    }

    /** What {@link #replace} would hit. */
    AffectedDates tryReplacing(PartWish wanted, Object sent) {
        return tried(wanted, now -> replaced(wanted, now, sent));
    }

    /** What {@link #remove} would hit. */
    AffectedDates tryRemoving(PartWish wanted) {
        return tried(wanted, now -> removed(wanted, now));
    }

    private AffectedDates tried(PartWish wanted, Function<DirectoryDraft, DirectoryDraft> change) {
        VersionText latest = versions.latest();
        DirectoryDraft next = change.apply(DirectoryDraft.of(latest.text()));
        EditResult thought = editing.think(edit(wanted.part(), latest, next));
        if (thought instanceof FaultyEdit faulty) {
            throw faulty(wanted, next, faulty);
        }
        return AffectedDates.tried(((Affecting) thought).dates());
    }
}
