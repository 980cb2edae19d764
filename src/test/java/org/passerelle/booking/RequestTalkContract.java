package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.Person;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.ReasonCode;

/** What is asked back about a request and answered stands on it; the request waits meanwhile, and no longer. */
public interface RequestTalkContract {

    BookingDesk desk();

    StoredBookings stored();

    private Booking asked() {
        return desk().booked(CAMILLE, anOrder(COUNCIL));
    }

    private void goTo(Instant moment) {
        desk().clock.advance(Duration.between(desk().clock.instant(), moment));
    }

    private BookingResult ask(Booking asked, String question) {
        return desk().approving.ask(MANAGER, asked.id(), question, Optional.empty());
    }

    private BookingResult answer(Booking asked, String answer) {
        return desk().approving.answer(CAMILLE, asked.id(), answer, Optional.empty());
    }

    private List<RequestQuestion> questions(Booking asked) {
        return desk().stored(asked).status().request().questions();
    }

    @Test
    default void aQuestionIsKeptWithItsAnswerAndMovesNothing() {
        Booking asked = asked();
        goTo(Instant.parse("2026-03-26T10:00:00Z"));
        Instant then = desk().clock.instant();

        Booking waiting = done(ask(asked, "How many chairs?"));
        done(answer(asked, "Twelve"));

        assertThat(waiting.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(waiting.status().shifted()).isEqualTo(asked.status().shifted());
        assertThat(waiting.status().sequence()).isEqualTo(asked.status().sequence());
        assertThat(questions(asked))
                .containsExactly(new RequestQuestion(
                        MANAGER.id(), then, "How many chairs?", Optional.of(new RequestAnswer(then, "Twelve"))));
        assertRefused(answer(asked, "Thirteen"), ReasonCode.NOT_ALLOWED);
        done(desk().approving.approve(MANAGER, asked.id(), "Welcome"));
        assertThat(questions(asked)).hasSize(1);
        assertRefused(ask(asked, "And tables?"), ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void whoStandsInForTheManagerAsksAndWhoStandsInForTheOrganiserAnswers() {
        Booking asked = asked();
        Person ofCamille = LOUIS.deputising(new DeputyRights(Set.of(CAMILLE.id()), Set.of(), Set.of(), Set.of()));
        Person ofTheManager =
                NADIA.deputising(new DeputyRights(Set.of(MANAGER.id()), Set.of(), Set.of(), MANAGER.sites()));

        done(desk().approving.ask(ofTheManager, asked.id(), "How many?", Optional.empty()));
        done(desk().approving.answer(ofCamille, asked.id(), "Nine", Optional.empty()));

        RequestQuestion question = questions(asked).get(0);
        assertThat(question.by()).isEqualTo(NADIA.id());
        assertThat(question.answer().map(RequestAnswer::text)).contains("Nine");
        assertThatThrownBy(() -> desk().approving.answer(LOUIS, asked.id(), "Ten", Optional.empty()))
                .isInstanceOf(NotYourBooking.class);
        assertThatThrownBy(() -> desk().approving.ask(ofCamille, asked.id(), "Why?", Optional.empty()))
                .isInstanceOf(NotYourBooking.class);
    }

    @Test
    default void whoeverAsksTheSameTwiceOrAnswersSoTwiceChangesNothing() {
        Booking asked = asked();

        Booking once = done(ask(asked, "How many?"));
        assertThat(done(ask(asked, "How many?")).version()).isEqualTo(once.version());
        Booking answered = done(answer(asked, "Six"));
        assertThat(done(answer(asked, "Six")).version()).isEqualTo(answered.version());
        done(ask(asked, "How many?"));
        assertThat(questions(asked)).hasSize(2);
    }

    @Test
    default void asksNoMoreThanTwentyTimes() {
        Booking asked = asked();
        for (int i = 0; i < RequestCourse.MOST_QUESTIONS; i++) {
            done(ask(asked, "Question " + i));
        }

        assertRefused(ask(asked, "One more"), ReasonCode.NOT_ALLOWED);

        assertThat(questions(asked)).hasSize(RequestCourse.MOST_QUESTIONS);
    }

    @Test
    default void nothingIsAskedOrAnsweredOnceItHasLapsed() {
        Booking asked = asked();
        done(ask(asked, "How many?"));
        goTo(ApprovalContract.DEADLINE);

        assertRefused(answer(asked, "Six"), ReasonCode.REQUEST_LAPSED);
        assertRefused(ask(asked, "And now?"), ReasonCode.REQUEST_LAPSED);
    }

    @Test
    default void whoeverSeesAnotherAskingOrAnotherQuestionIsTold() {
        Booking asked = asked();
        Instant seen = asked.status().shifted();
        desk().clock.advance(Duration.ofSeconds(1));
        Booking moved = done(desk().change(asked, CAMILLE, at("2026-04-02T09:00")));
        Instant now = moved.status().shifted();

        assertRefused(
                desk().approving.ask(MANAGER, asked.id(), "How many?", Optional.of(seen)), ReasonCode.NOT_ALLOWED);
        done(desk().approving.ask(MANAGER, asked.id(), "How many?", Optional.of(now)));
        assertRefused(desk().approving.answer(CAMILLE, asked.id(), "Six", Optional.of(seen)), ReasonCode.NOT_ALLOWED);
        done(desk().approving
                .answer(CAMILLE, asked.id(), "Six", Optional.of(desk().clock.instant())));
    }

    @Test
    default void ofADecisionAndAnAnswerAtOnceNeitherLosesTheOther() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking asked = asked();
            done(ask(asked, "How many?"));

            Together.all(List.<Callable<Object>>of(
                    () -> desk().approving.approve(MANAGER, asked.id(), ""), () -> answer(asked, "Six")));

            Booking ended = desk().stored(asked);
            assertThat(ended.state()).isEqualTo(BookingState.CONFIRMED);
            assertThat(ended.status().request().questions()).hasSize(1);
        }
    }
}
