package org.passerelle.notification.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.text.MeetingFacts;
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.owed.NotificationKind;
import org.springframework.stereotype.Component;

/** Writes a notification: what happened, what then holds, and what was said with it. */
@Component
public class NotificationWriter {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notification");

    private final ReasonTexts reasons;
    private final Directories directories;

    public NotificationWriter(ReasonTexts reasons, Directories directories) {
        this.reasons = reasons;
        this.directories = directories;
    }

    /** Whether there is nothing to tell any more: all that it would speak of is over, or is as it was. */
    public boolean hasNothingToSay(NotificationOccasion occasion) {
        return NotificationDates.areNone(occasion);
    }

    public MessageContent write(NotificationOccasion occasion, Reader reader) {
        return new Writing(occasion, reader, new MessageWords(reader.language()), reasons, directories.current())
                .content();
    }

    /** One notification on its way. */
    private static final class Writing {

        private final NotificationOccasion occasion;
        private final Reader reader;
        private final MessageWords words;
        private final RuleFacts rules;
        private final Directory directory;
        private final NotificationDates dates;
        private final MeetingFacts meeting;

        Writing(
                NotificationOccasion occasion,
                Reader reader,
                MessageWords words,
                ReasonTexts reasons,
                Directory directory) {
            this.occasion = occasion;
            this.reader = reader;
            this.words = words;
            this.rules = new RuleFacts(words, reasons);
            this.directory = directory;
            this.dates = NotificationDates.of(occasion);
            this.meeting = new MeetingFacts(words, directory, occasion.booking(), dates.told(), reader.zone());
        }

        MessageContent content() {
            String title = occasion.isMasked()
                    ? text("masked")
                    : occasion.booking().content().title();
            String first = dates.first()
                    .map(date -> words.brief(date.time().start(), zone()) + ", " + words.zone(zone()))
                    .orElse("");
            return new MessageContent(
                    words.locale(),
                    text("subject." + theme(), title, first),
                    title,
                    List.of(lead()),
                    facts(),
                    press(),
                    List.of(text("closing.sender")),
                    reader.optOut()
                            .map(link -> new MessageLink(words.text("closing.opt-out"), link))
                            .or(() -> occasion.choices().map(link -> new MessageLink(text("closing.choices"), link))));
        }

        /** A request is confirmed in other words than a booking. */
        private String theme() {
            NotificationKind kind = occasion.notification().kind();
            boolean isNew = kind == NotificationKind.CONFIRMATION || kind == NotificationKind.BOOKED_FOR_YOU;
            String variant = kind == NotificationKind.MOVE_DECIDED ? "." + outcome() : "";
            return kind.token() + (isNew && isRequest() ? ".requested" : variant);
        }

        /** How it was decided on all dates alike, or {@code mixed}. */
        private String outcome() {
            List<String> all = moveDecisions()
                    .map(made -> made.state().name().toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
            return all.size() == 1 ? all.get(0) : "mixed";
        }

        private Stream<RequestDecision> moveDecisions() {
            return NotificationDates.decidedDates(occasion)
                    .flatMap(date -> date.requested().stream())
                    .flatMap(move -> move.decision().stream());
        }

        private boolean isRequest() {
            return occasion.booking().state() == BookingState.REQUESTED;
        }

        private String lead() {
            if (isRescue()) {
                return text("lead." + theme() + (occasion.hasBegun() ? ".begun" : ""), failedRooms());
            }
            Optional<String> until = until().map(moment -> words.brief(moment, zone()) + ", " + words.zone(zone()));
            if (isForWhoDecides()) {
                String key = "lead." + theme() + (occasion.isMasked() ? ".masked" : "");
                return text(key, occasion.asker(), until.orElse(""));
            }
            if (until.isPresent()) {
                return text("lead." + theme(), until.get());
            }
            return occasion.actor()
                    .map(who -> text("lead." + theme(), who))
                    .orElseGet(() -> TEXTS.find("lead." + theme() + ".program", words.locale())
                            .orElseGet(() -> text("lead." + theme(), text("somebody"))));
        }

        private boolean isRescue() {
            return occasion.notification().kind().strand() == NotificationKind.Strand.RESCUES;
        }

        private String failedRooms() {
            return occasion.notification().before().stream()
                    .flatMap(date -> date.rooms().stream())
                    .distinct()
                    .map(meeting::nameAndSite)
                    .collect(Collectors.joining(" + "));
        }

        /** What was said about a request is kept in full; the log keeps its beginning. */
        private String message() {
            if (occasion.notification().kind() == NotificationKind.MOVE_DECIDED) {
                return moveDecisions()
                        .map(RequestDecision::message)
                        .filter(said -> !said.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"));
            }
            boolean isOfRequest = switch (occasion.notification().kind()) {
                case APPROVED, DECLINED, LAPSED, ASKED_BACK, ANSWERED -> true;
                default -> false;
            };
            return isOfRequest
                    ? occasion.booking().status().request().lastSaid()
                    : occasion.notification().message();
        }

        private boolean isForWhoDecides() {
            return occasion.notification().kind().strand() == NotificationKind.Strand.REQUESTS;
        }

        /** When what is told ends: rooms are kept so long. */
        private Optional<Instant> until() {
            return switch (occasion.notification().kind()) {
                case OFFERED -> occasion.booking().status().heldUntil();
                case NO_SHOW ->
                    Optional.of(Instant.ofEpochSecond(occasion.notification().position()));
                case UNDECIDED -> RequestDeadline.of(occasion.booking(), directory);
                default -> Optional.empty();
            };
        }

        private ZoneId zone() {
            return occasion.booking().schedule().zone();
        }

        private Optional<ReplyLinks> press() {
            return occasion.press()
                    .map(link -> new ReplyLinks(
                            text("press." + theme()),
                            List.of(new MessageLink(text("press." + theme() + ".link"), link))));
        }

        private List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            String message = message();
            if (!message.isBlank()) {
                facts.add(new Fact(
                        text("fact.message"), message.lines().map(Line::of).toList()));
            }
            add(facts, whenLabel(), meeting.when());
            add(facts, words.text("fact.before"), meeting.others(dates.moved()));
            add(facts, words.text("fact.called-off"), meeting.others(dates.calledOff()));
            add(facts, words.text("fact.where"), meeting.where(!isOff()));
            if (!dates.before().isEmpty()) {
                add(facts, words.text("fact.rooms-changed"), meeting.changedRooms(dates.before()));
            }
            addRequested(facts);
            if (isForWhoDecides()) {
                facts.addAll(rules.ofRequest(occasion));
            }
            if (!isOff()) {
                facts.addAll(rules.overridden(occasion));
            }
            if (isRescue() && !occasion.hasBegun()) {
                add(facts, text("fact.instead"), instead());
            }
            boolean isOrder = occasion.notification().kind().strand() == NotificationKind.Strand.ORDERS;
            if (isOrder || !occasion.isMasked()) {
                add(facts, text("fact.order"), ArrangementLines.of(occasion.booking(), directory, words.locale()));
            }
            add(
                    facts,
                    text("fact.online"),
                    List.of(new Line("", "", Optional.of(new MessageLink(text("link.booking"), occasion.page())))));
            return facts;
        }

        private List<Line> instead() {
            return occasion.instead()
                    .map(move -> List.of(
                            Line.of(move.rooms().stream()
                                    .map(meeting::nameAndSite)
                                    .collect(Collectors.joining(" + "))),
                            Line.of(words.inZone(move.time(), zone()))))
                    .orElseGet(() -> List.of(Line.of(text("fact.instead.none"))));
        }

        /** Where dates are asked to be, with rooms if these are others than the dates have. */
        private void addRequested(List<Fact> facts) {
            boolean isInVain = occasion.notification().kind() == NotificationKind.MOVE_DECIDED;
            MeetingFacts asked =
                    new MeetingFacts(words, directory, occasion.booking(), dates.requested(), reader.zone());
            add(facts, text(isInVain ? "fact.not-moved" : "fact.asked-for"), asked.when());
            boolean isElsewhere = !dates.requested().stream()
                    .map(OccurrenceSnapshot::rooms)
                    .collect(Collectors.toSet())
                    .equals(dates.told().stream().map(OccurrenceSnapshot::rooms).collect(Collectors.toSet()));
            if (isElsewhere && !dates.requested().isEmpty()) {
                add(facts, text("fact.asked-where"), asked.where(false));
            }
        }

        private String whenLabel() {
            return switch (occasion.notification().kind()) {
                case DECIDE_MOVE -> words.text("fact.before");
                default -> words.text(isOff() ? "fact.called-off" : "fact.when");
            };
        }

        private boolean isOff() {
            return switch (occasion.notification().kind()) {
                case CANCELLED, DECLINED, LAPSED, RELEASED, ORDER_CANCELLED -> true;
                default -> false;
            };
        }

        private static void add(List<Fact> facts, String label, List<Line> lines) {
            if (!lines.isEmpty()) {
                facts.add(new Fact(label, lines));
            }
        }

        private String text(String key, Object... arguments) {
            return TEXTS.text(key, words.locale(), arguments);
        }
    }
}
