package org.passerelle.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.policy.RequestDeadline;

/**
 * A booking as a request: how it was decided, and until when it can be. Who decided, by their address, and what they said is
 * told to its organiser, to colleagues who may read it, and to whoever runs a site of it.
 */
public record RequestView(
        @Nullable DecisionView decision, @Nullable Instant decideBy) {

    /** To whom nothing of it is told. */
    public static final RequestView UNTOLD = new RequestView(null, null);

    /** What became of it. */
    @Schema(name = "Decision")
    public record DecisionView(
            @Schema(implementation = DecisionState.class) String state,
            @Nullable String by,
            Instant at,
            @Nullable String message) {}

    /** @param access of the client */
    public static RequestView of(BookingAccess access, Accounts accounts) {
        Optional<RequestDecision> decision = access.booking().status().decision();
        return new RequestView(
                decision.filter(made -> access.mayRead(BookingPart.COURSE))
                        .map(made -> view(made, access.mayRead(BookingPart.DECISION), accounts))
                        .orElse(null),
                RequestDeadline.of(access.booking(), access.directory()).orElse(null));
    }

    private static DecisionView view(RequestDecision decision, boolean tellsAll, Accounts accounts) {
        return new DecisionView(
                decision.state().name(),
                decision.by()
                        .filter(by -> tellsAll)
                        .map(accounts::contact)
                        .map(Contact::email)
                        .map(EmailAddress::value)
                        .orElse(null),
                decision.at(),
                tellsAll ? decision.message() : null);
    }
}
