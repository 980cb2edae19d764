package org.passerelle.api.availability;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.passerelle.api.ProblemType;
import org.passerelle.api.Problems;
import org.passerelle.api.availability.MeetingTimesView.PlaceView;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.i18n.MeetingTimeTexts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why there is no common time, and what would help. Goes before the advice for everything else. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MeetingTimesProblemAdvice {

    private final Problems problems;
    private final MeetingTimeTexts texts;

    MeetingTimesProblemAdvice(Problems problems, MeetingTimeTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** One ground for the refusal. */
    record ReasonView(String code, String message) {}

    /** A party that stands in the way: its place in the request, from 0, and its site. */
    record BindingView(int position, String site) {}

    /** What would have to give way, in words, and the first slot then. */
    record RelaxationView(String change, Instant from, Instant to, List<PlaceView> rooms) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noCommonTime(NoCommonTime e, HttpServletRequest request) {
        Locale locale = Problems.languageOf(request);
        ProblemDetail problem = problems.of(ProblemType.REFUSED, request);
        String message = texts.obstacle(e.plan(), e.query(), e.directory(), locale);
        problem.setProperty("reasons", List.of(new ReasonView(ReasonCode.NO_COMMON_SLOT.token(), message)));
        problem.setProperty(
                "binding",
                e.plan().binding().stream()
                        .map(position -> new BindingView(
                                position,
                                e.query().parties().get(position).site().value()))
                        .toList());
        e.plan().relaxation().ifPresent(change -> problem.setProperty("relaxation", view(change, e, locale)));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private RelaxationView view(Relaxation change, NoCommonTime e, Locale locale) {
        CommonSlot slot = change.slot();
        return new RelaxationView(
                texts.change(change, e.query(), e.directory(), locale),
                slot.time().start(),
                slot.time().end(),
                PlaceView.of(slot, e.directory()));
    }
}
