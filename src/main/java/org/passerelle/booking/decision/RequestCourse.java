package org.passerelle.booking.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;

/**
 * How far a booking has come as a request.
 *
 * @param decision when it was last asked for; empty while it waits, and if nobody had to agree
 * @param questions that were asked back, in order; at most {@value #MOST_QUESTIONS}
 */
public record RequestCourse(Optional<RequestDecision> decision, List<RequestQuestion> questions) {

    public static final int MOST_QUESTIONS = 20;

    public static final RequestCourse NONE = new RequestCourse(Optional.empty(), List.of());

    /** @throws IllegalArgumentException if there are too many questions */
    public RequestCourse {
        questions = List.copyOf(questions);
        if (questions.size() > MOST_QUESTIONS) {
            throw new IllegalArgumentException("Nobody reads so many questions");
        }
    }

    /** The last question, while it has no answer. */
    public Optional<RequestQuestion> open() {
        return last().filter(question -> question.answer().isEmpty());
    }

    /** The last question that was asked. */
    public Optional<RequestQuestion> last() {
        return questions.isEmpty() ? Optional.empty() : Optional.of(questions.get(questions.size() - 1));
    }

    /** What was said last: with the decision, else in answer to a question, else by it. Empty if nothing was. */
    public String lastSaid() {
        return decision.map(RequestDecision::message)
                .or(() -> last().map(question ->
                        question.answer().map(RequestAnswer::text).orElse(question.text())))
                .orElse("");
    }

    /** Whether nobody decided in time. */
    public boolean hasLapsed() {
        return decision.filter(RequestDecision::isLapse).isPresent();
    }

    /** It waits again; what was asked and answered still stands. */
    public RequestCourse askedAnew() {
        return new RequestCourse(Optional.empty(), questions);
    }

    public RequestCourse decided(RequestDecision made) {
        return new RequestCourse(Optional.of(made), questions);
    }

    /** Whether no more can be asked. */
    public boolean isFull() {
        return questions.size() >= MOST_QUESTIONS;
    }

    /** @throws IllegalArgumentException if it {@link #isFull} */
    public RequestCourse asked(RequestQuestion question) {
        List<RequestQuestion> all = new ArrayList<>(questions);
        all.add(question);
        return new RequestCourse(decision, all);
    }

    /** The {@link #open} question with its answer; the same if there is none. */
    public RequestCourse answered(RequestAnswer given) {
        List<RequestQuestion> all = new ArrayList<>(questions);
        open().ifPresent(question -> all.set(all.size() - 1, question.answered(given)));
        return new RequestCourse(decision, all);
    }
}
