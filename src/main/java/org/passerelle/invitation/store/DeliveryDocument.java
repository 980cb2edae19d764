package org.passerelle.invitation.store;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.calendar.PartStat;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.pending.AttendeeReply;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.LastSent;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.platform.digest.Digests;
import org.passerelle.time.Interval;

/** Mails and answers as they are stored. */
final class DeliveryDocument {

    private DeliveryDocument() {}

    /** A field's name for somebody: an address may hold dots, which mean something in the name of a field. */
    static String key(EmailAddress whom) {
        return "a" + Digests.shortHex(whom.value());
    }

    static Delivery toDelivery(Document part) {
        Map<EmailAddress, Invitee> people = new HashMap<>();
        part.get("people", new Document()).values().forEach(each -> {
            Invitee invitee = toInvitee((Document) each);
            people.put(invitee.email(), invitee);
        });
        Map<String, Snapshot> editions = new HashMap<>();
        part.get("editions", new Document()).forEach((name, each) -> editions.put(name, toEdition((Document) each)));
        return new Delivery(people, editions);
    }

    private static Invitee toInvitee(Document person) {
        Map<Instant, AttendeeReply> dates = new HashMap<>();
        Document answers = person.get("answers", new Document());
        answers.forEach((name, each) -> {
            if (!name.equals("all")) {
                dates.put(Instant.ofEpochMilli(Long.parseLong(name)), toAnswer((Document) each));
            }
        });
        return new Invitee(
                new EmailAddress(person.getString("email")),
                Optional.ofNullable(person.get("sent", Document.class)).map(DeliveryDocument::toSent),
                Optional.ofNullable(person.get("trouble", Document.class)).map(DeliveryDocument::toTrouble),
                Optional.ofNullable(answers.get("all", Document.class)).map(DeliveryDocument::toAnswer),
                dates,
                Optional.ofNullable(person.get("proposal", Document.class)).map(DeliveryDocument::toProposal),
                Optional.ofNullable(person.getDate("asked")).map(Date::toInstant));
    }

    static Document from(LastSent sent) {
        Document document = new Document("invited", sent.isInvited())
                .append("edition", sent.edition())
                .append("sequence", sent.sequence())
                .append("meetingSequence", sent.meetingSequence())
                .append("stamp", Date.from(sent.stamp()))
                .append("at", Date.from(sent.at()));
        if (!sent.dateSequences().isEmpty()) {
            document.append(
                    "dateSequences",
                    sent.dateSequences().entrySet().stream()
                            .map(each ->
                                    new Document("id", Date.from(each.getKey())).append("sequence", each.getValue()))
                            .toList());
        }
        return document;
    }

    private static Map<Instant, Integer> dateSequences(Document sent) {
        return Optional.ofNullable(sent.getList("dateSequences", Document.class)).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        each -> instant(each.getDate("id")),
                        each -> each.getInteger("sequence"),
                        (one, other) -> other));
    }

    private static LastSent toSent(Document sent) {
        return new LastSent(
                sent.getBoolean("invited"),
                sent.getString("edition"),
                sent.getInteger("sequence"),
                sent.getInteger("meetingSequence"),
                dateSequences(sent),
                instant(sent.getDate("stamp")),
                instant(sent.getDate("at")));
    }

    static Document from(DeliveryProblem trouble) {
        return new Document("what", trouble.what())
                .append("stage", trouble.stage().name())
                .append("tries", trouble.tries())
                .append("since", Date.from(trouble.since()))
                .append("next", Date.from(trouble.next()))
                .append("said", trouble.said());
    }

    private static DeliveryProblem toTrouble(Document trouble) {
        return new DeliveryProblem(
                trouble.getString("what"),
                DeliveryProblem.Stage.valueOf(trouble.getString("stage")),
                trouble.getInteger("tries"),
                instant(trouble.getDate("since")),
                instant(trouble.getDate("next")),
                trouble.getString("said"));
    }

    static Document from(AttendeeReply answer) {
        return new Document("standing", answer.standing().name())
                .append("about", answer.about())
                .append("sequence", answer.sequence())
                .append("stamp", Date.from(answer.stamp()))
                .append("at", Date.from(answer.at()))
                .append("way", answer.way().name())
                .append("comment", answer.comment());
    }

    private static AttendeeReply toAnswer(Document answer) {
        return new AttendeeReply(
                PartStat.valueOf(answer.getString("standing")),
                answer.getString("about"),
                answer.getInteger("sequence"),
                instant(answer.getDate("stamp")),
                instant(answer.getDate("at")),
                AttendeeReply.ReplyChannel.valueOf(answer.getString("way")),
                answer.getString("comment"));
    }

    static Document from(ProposedTime proposal) {
        Document document = new Document("start", Date.from(proposal.time().start()))
                .append("end", Date.from(proposal.time().end()))
                .append("sequence", proposal.sequence())
                .append("stamp", Date.from(proposal.stamp()))
                .append("comment", proposal.comment())
                .append("declined", proposal.isDeclined());
        proposal.date().ifPresent(date -> document.append("date", Date.from(date)));
        return document;
    }

    private static ProposedTime toProposal(Document proposal) {
        return new ProposedTime(
                Optional.ofNullable(proposal.getDate("date")).map(Date::toInstant),
                Interval.of(instant(proposal.getDate("start")), instant(proposal.getDate("end"))),
                proposal.getInteger("sequence"),
                instant(proposal.getDate("stamp")),
                proposal.getString("comment"),
                proposal.getBoolean("declined"));
    }

    static Document from(Snapshot edition) {
        return new Document("meeting", edition.meeting())
                .append("text", edition.text())
                .append(
                        "dates",
                        edition.dates().stream().map(DeliveryDocument::from).toList());
    }

    private static Document from(OccurrenceSnapshot date) {
        return new Document("id", Date.from(date.recurrenceId()))
                .append("start", Date.from(date.time().start()))
                .append("end", Date.from(date.time().end()))
                .append("rooms", date.rooms().stream().map(RoomId::value).toList());
    }

    private static Snapshot toEdition(Document edition) {
        List<OccurrenceSnapshot> dates = edition.getList("dates", Document.class).stream()
                .map(date -> new OccurrenceSnapshot(
                        instant(date.getDate("id")),
                        Interval.of(instant(date.getDate("start")), instant(date.getDate("end"))),
                        date.getList("rooms", String.class).stream()
                                .map(RoomId::new)
                                .toList()))
                .toList();
        return new Snapshot(edition.getString("meeting"), edition.getString("text"), dates);
    }

    private static Instant instant(@Nullable Date date) {
        if (date == null) {
            throw new IllegalStateException("A stored delivery lacks a date");
        }
        return date.toInstant();
    }
}
