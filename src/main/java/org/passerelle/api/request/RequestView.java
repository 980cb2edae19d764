package org.passerelle.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.PersonId;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.policy.RequestDeadline;

/**
 * A booking as a request: how it was decided, until when it can be, and what was asked back. Who decided or asked, by their
 * address, and what was said is told to its organiser, to colleagues who may read it, and to whoever runs a site of it.
 */
public record RequestView(
        @Nullable DecisionView decision,
        @Nullable Instant decideBy,

        @Schema(
                description =
                        "What was asked back before a decision, in order; null if nothing was, or it is not told to you")
        @Nullable
        List<QuestionView> questions,

        @Schema(
                description =
                        "Why it waits for agreement, by the rules as they are now; null if it does not wait, or it is not told to you")
        @Nullable
        List<GroundView> grounds,

        @Schema(
                description =
                        "Rules of its rooms that managers of all of them have set aside for it; null if that is not told to you")
        @Nullable
        List<OverrideView> overrides) {

    /** To whom nothing of it is told. */
    public static final RequestView UNTOLD = new RequestView(null, null, null, null, null);

    /** That a rule was set aside, by whom and when. */
    @Schema(name = "RuleOverride")
    public record OverrideView(
            @Schema(implementation = OverridableRule.class) String rule, String by, Instant at) {}

    /** A rule for which somebody has to agree. What holds for several dates names none. */
    @Schema(name = "RequestGround")
    public record GroundView(
            @Schema(ref = "#/components/schemas/ReasonCode") String code,
            @Nullable String room,
            @Nullable Instant recurrenceId,
            String message) {}

    /** What became of it. */
    @Schema(name = "Decision")
    public record DecisionView(
            @Schema(implementation = DecisionState.class) String state,
            @Nullable String by,
            Instant at,
            @Nullable String message) {

        /** @param tellsAll whether the client is told who decided, and what they said */
        public static DecisionView of(RequestDecision decision, boolean tellsAll, Accounts accounts) {
            return new DecisionView(
                    decision.state().name(),
                    decision.by()
                            .filter(by -> tellsAll)
                            .map(by -> accounts.contact(by).email().value())
                            .orElse(null),
                    decision.at(),
                    tellsAll ? decision.message() : null);
        }
    }

    /** What was asked back. */
    @Schema(name = "RequestQuestion")
    public record QuestionView(
            String by, Instant at, String message, @Nullable AnswerView answer) {}

    /** What whoever made the request answered. */
    @Schema(name = "RequestAnswer")
    public record AnswerView(Instant at, String message) {}

    /**
     * @param access of the client
     * @param grounds asked for where they are told
     */
    public static RequestView of(BookingAccess access, Accounts accounts, Supplier<List<GroundView>> grounds) {
        RequestCourse course = access.booking().status().request();
        Function<PersonId, String> names =
                person -> accounts.contact(person).email().value();
        boolean tellsAll = access.mayRead(BookingPart.DECISION);
        Optional<List<RequestQuestion>> questions =
                Optional.of(course.questions()).filter(some -> tellsAll && !some.isEmpty());
        boolean waits = access.booking().askedAt().isPresent();
        return new RequestView(
                course.decision()
                        .filter(made -> access.mayRead(BookingPart.COURSE))
                        .map(made -> DecisionView.of(made, tellsAll, accounts))
                        .orElse(null),
                RequestDeadline.of(access.booking(), access.directory()).orElse(null),
                questions
                        .map(some ->
                                some.stream().map(each -> view(each, names)).toList())
                        .orElse(null),
                waits && tellsAll ? grounds.get() : null,
                tellsAll ? overrides(access.booking(), names) : null);
    }

    private static List<OverrideView> overrides(Booking booking, Function<PersonId, String> names) {
        return booking.status().overrides().stream()
                .map(each -> new OverrideView(each.rule().name(), names.apply(each.by()), each.at()))
                .toList();
    }

    private static QuestionView view(RequestQuestion question, Function<PersonId, String> names) {
        return new QuestionView(
                names.apply(question.by()),
                question.at(),
                question.text(),
                question.answer().map(RequestView::view).orElse(null));
    }

    private static AnswerView view(RequestAnswer answer) {
        return new AnswerView(answer.at(), answer.text());
    }
}
