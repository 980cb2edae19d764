package org.passerelle.invitation.text;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.springframework.stereotype.Component;

/** Says what there is to say: what changed, when and where it is, how to get there, how to answer. */
@Component
public class MessageWriter {

    private final Directories directories;

    MessageWriter(Directories directories) {
        this.directories = directories;
    }

    public MessageContent write(Occasion occasion, Reader reader) {
        return new Writing(occasion, reader, new MessageWords(reader.language()), directories.current()).message();
    }

    /** One message on its way. */
    private static final class Writing {

        private final Occasion occasion;
        private final Reader reader;
        private final MessageWords words;
        private final List<OccurrenceSnapshot> dates;
        private final MeetingFacts facts;
        private final DateChanges changes;

        Writing(Occasion occasion, Reader reader, MessageWords words, Directory directory) {
            this.occasion = occasion;
            this.reader = reader;
            this.words = words;
            this.dates = dates(occasion);
            this.facts = new MeetingFacts(words, directory, occasion.booking(), dates, reader.zone());
            this.changes = new DateChanges(words, occasion, dates);
        }

        MessageContent message() {
            String title = occasion.booking().content().title();
            String first = dates.stream()
                    .findFirst()
                    .map(date -> words.brief(date.time().start(), zone()) + ", " + words.zone(zone()))
                    .orElse("");
            List<String> closing = new ArrayList<>();
            if (!occasion.isCancel()) {
                closing.add(words.text("closing.reply"));
            }
            closing.add(words.text(
                    "closing.contact",
                    occasion.chair().name(),
                    occasion.chair().email().value()));
            closing.add(words.text("closing.sender"));
            return new MessageContent(
                    words.locale(),
                    words.text("subject." + occasion.theme(), title, first),
                    title,
                    leads(),
                    allFacts(),
                    occasion.isCancel() ? Optional.empty() : Optional.of(reply()),
                    closing,
                    reader.optOut().map(link -> new MessageLink(words.text("closing.opt-out"), link)));
        }

        private List<String> leads() {
            boolean isOfASeries = occasion.theme().equals("invited")
                    && !occasion.isOwn()
                    && occasion.booking().id().part() > 0;
            return isOfASeries ? List.of(lead(), words.text("lead.split-off")) : List.of(lead());
        }

        private String lead() {
            String theme = occasion.theme();
            boolean isOwn = theme.equals("invited") && occasion.isOwn();
            return words.text(
                    "lead." + (isOwn ? "own" : theme), occasion.chair().name());
        }

        private List<Fact> allFacts() {
            List<Fact> all = new ArrayList<>();
            boolean isOff = occasion.isCancel() && !occasion.isWithdrawn();
            all.add(new Fact(words.text(isOff ? "fact.called-off" : "fact.when"), when()));
            add(all, "fact.before", changes.before(facts::ownTime));
            add(all, "fact.called-off", changes.calledOff(facts::clocksOf));
            all.add(new Fact(words.text("fact.where"), facts.where(!occasion.isCancel())));
            if (occasion.isCancel()) {
                return all;
            }
            add(all, "fact.rooms-changed", changedRooms());
            occasion.join()
                    .ifPresent(join -> all.add(new Fact(
                            words.text("fact.join"),
                            List.of(new Line("", "", Optional.of(new MessageLink(words.text("join.link"), join)))))));
            String notes = occasion.booking().content().notes();
            if (!notes.isBlank()) {
                all.add(new Fact(
                        words.text("fact.notes"), notes.lines().map(Line::of).toList()));
            }
            return all;
        }

        private void add(List<Fact> all, String label, List<Line> lines) {
            if (!lines.isEmpty()) {
                all.add(new Fact(words.text(label), lines));
            }
        }

        private List<Line> when() {
            return facts.when(this::note);
        }

        /** What the mail is about and is not over. */
        private static List<OccurrenceSnapshot> dates(Occasion occasion) {
            Snapshot told = occasion.isCancel()
                    ? occasion.owed().before().orElse(occasion.owed().now())
                    : occasion.owed().now();
            return occasion.owed()
                    .only()
                    .map(only -> told.date(only).stream().toList())
                    .orElseGet(() -> told.ahead(occasion.now()));
        }

        private List<Line> changedRooms() {
            return changes.known()
                    .map(edition -> facts.changedRooms(edition.dates()))
                    .orElse(List.of());
        }

        private String note(OccurrenceSnapshot date) {
            return Stream.of(changes.wasBefore(date).orElse(""), facts.note(date))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        private ReplyLinks reply() {
            return new ReplyLinks(
                    words.text(date().isEmpty() ? "reply.question" : "reply.question.date"),
                    List.of(link("yes"), link("maybe"), link("no")));
        }

        private MessageLink link(String answer) {
            return new MessageLink(
                    words.text("reply." + answer), URI.create(occasion.page() + "?answer=" + answer + date()));
        }

        /** Whoever answers a mail about one date answers for that date. */
        private String date() {
            return occasion.owed().only().map(date -> "&date=" + date).orElse("");
        }

        private ZoneId zone() {
            return occasion.booking().schedule().zone();
        }
    }
}
