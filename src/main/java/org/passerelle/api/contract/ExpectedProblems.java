package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.Set;
import org.passerelle.api.ProblemType;
import org.springframework.http.HttpHeaders;

/**
 * Says which problems each operation answers that are to be expected of it: those of every operation that somebody signs in for,
 * those of its body and parameters, and those that its method {@link Refuses}. What any server may say of any request (405, 406,
 * 408, 421, 500) stays with the answer "default".
 */
final class ExpectedProblems {

    /** Parameters that are never found wrong: they are compared. */
    private static final Set<String> COMPARED = Set.of(HttpHeaders.IF_MATCH, HttpHeaders.ACCEPT_LANGUAGE);

    /** Where wrong keys are counted, as dead links are. */
    private static final String RESERVATIONS = "/integrations/jitsi/reservations/";

    private static final String NO_CALENDAR = "There is no such calendar, in words";

    private ExpectedProblems() {}

    static void describe(Call call, boolean needsSignIn) {
        if (!needsSignIn) {
            describeOpen(call);
            return;
        }
        Set<ProblemType> problems = EnumSet.of(
                ProblemType.UNAUTHENTICATED,
                ProblemType.FORBIDDEN,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.UNAVAILABLE);
        if (call.hasBody()) {
            problems.addAll(
                    EnumSet.of(ProblemType.INVALID_REQUEST, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (call.parameters().anyMatch(ExpectedProblems::canBeWrong) || changesByName(call)) {
            problems.add(ProblemType.INVALID_REQUEST);
        }
        if (call.parameter(HttpHeaders.IF_MATCH).isPresent()) {
            problems.add(ProblemType.STALE);
        }
        if (call.namesOne() && !changesByName(call)) {
            problems.add(ProblemType.NOT_FOUND);
        }
        problems.forEach(problem -> add(call, problem));
    }

    /** What names it wrongly in its path is not found. */
    private static boolean canBeWrong(Parameter parameter) {
        return !parameter.getIn().equals("path") && !COMPARED.contains(parameter.getName());
    }

    /** Whether the administrator puts something under a name of theirs, or takes it away, whether it was there or not. */
    private static boolean changesByName(Call call) {
        return call.isOfTheAdministrator()
                && call.namesOne()
                && Set.of("PUT", "DELETE").contains(call.method().name());
    }

    private static void add(Call call, ProblemType problem) {
        add(call.operation(), problem);
    }

    /** Adds the answer of this type of problem, unless its status has an answer already. */
    static void add(Operation operation, ProblemType problem) {
        operation
                .getResponses()
                .putIfAbsent(
                        String.valueOf(problem.status().value()),
                        new ApiResponse().$ref("#/components/responses/" + problem.token()));
    }

    /** Calendar programs read no problem documents; what Jitsi is told stands at its own controllers. */
    private static void describeOpen(Call call) {
        add(call, ProblemType.UNAVAILABLE);
        if (call.isForCalendarPrograms()) {
            call.answers("404", inWords(NO_CALENDAR));
            add(call, ProblemType.FORBIDDEN);
            add(call, ProblemType.TOO_MANY_REQUESTS);
        }
        if (call.path().startsWith(RESERVATIONS)) {
            add(call, ProblemType.TOO_MANY_REQUESTS);
        }
        if (call.path().endsWith(".ifb")) {
            call.answers("400", inWords("The window makes no sense, in words"));
        }
    }

    private static ApiResponse inWords(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("text/plain", new MediaType().schema(new StringSchema())));
    }
}
