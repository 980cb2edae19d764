package org.passerelle.booking.store.mongo.request;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;

/** The part of a stored booking that tells how it went as a request; bookings that nobody had to agree to have none of it. */
public final class RequestDocument {

    /**
     * Before there were decisions, a request that a manager declined was stored as cancelled, and here what the manager said;
     * nothing else ever had it.
     */
    private static final String REMARK = "remark";

    private RequestDocument() {}

    /** Whether {@code booking} was declined before there were decisions. */
    public static boolean isDeclinedOfOld(Document booking) {
        return booking.containsKey(REMARK);
    }

    public static void append(Document booking, RequestCourse course) {
        course.decision().ifPresent(decision -> booking.append("decision", document(decision)));
        if (!course.questions().isEmpty()) {
            booking.append(
                    "questions",
                    course.questions().stream().map(RequestDocument::document).toList());
        }
    }

    /** @param changed when {@code booking} was edited last */
    public static RequestCourse read(Document booking, Instant changed) {
        return new RequestCourse(
                decision(booking, changed),
                booking.getList("questions", Document.class, List.of()).stream()
                        .map(RequestDocument::question)
                        .toList());
    }

    public static Document document(RequestDecision decision) {
        Document document = new Document("state", decision.state().name()).append("at", Date.from(decision.at()));
        decision.by().ifPresent(person -> document.append("by", person.text()));
        if (!decision.message().isEmpty()) {
            document.append("message", decision.message());
        }
        return document;
    }

    private static Optional<RequestDecision> decision(Document booking, Instant changed) {
        Document decision = booking.get("decision", Document.class);
        if (decision == null) {
            return Optional.ofNullable(booking.getString(REMARK))
                    .map(said -> new RequestDecision(DecisionState.DECLINED, Optional.empty(), changed, said));
        }
        return Optional.of(toDecision(decision));
    }

    /** As {@link #document(RequestDecision)} wrote it. */
    public static RequestDecision toDecision(Document decision) {
        return new RequestDecision(
                DecisionState.valueOf(decision.getString("state")),
                Optional.ofNullable(decision.getString("by")).map(PersonId::read),
                decision.getDate("at").toInstant(),
                decision.get("message", ""));
    }

    private static Document document(RequestQuestion question) {
        Document document = new Document("by", question.by().text())
                .append("at", Date.from(question.at()))
                .append("text", question.text());
        question.answer()
                .ifPresent(answer -> document.append(
                        "answer", new Document("at", Date.from(answer.at())).append("text", answer.text())));
        return document;
    }

    private static RequestQuestion question(Document document) {
        return new RequestQuestion(
                PersonId.read(document.getString("by")),
                document.getDate("at").toInstant(),
                document.getString("text"),
                Optional.ofNullable(document.get("answer", Document.class)).map(RequestDocument::answer));
    }

    private static RequestAnswer answer(Document document) {
        return new RequestAnswer(document.getDate("at").toInstant(), document.getString("text"));
    }
}
